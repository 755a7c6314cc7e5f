/// Addresses of customers that are told what happened, and how they are told.
@NullMarked
package outdial.webhook;

import org.jspecify.annotations.NullMarked;
