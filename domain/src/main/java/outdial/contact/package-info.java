/// The address book.
@NullMarked
package outdial.contact;

import org.jspecify.annotations.NullMarked;
