/// The demo: a campaign on the local cloud, from a contact list to the last call, and the audit of its books.
@NullMarked
package outdial.local.demo;

import org.jspecify.annotations.NullMarked;
