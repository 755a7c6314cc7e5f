/// Contact lists on their way into the address book.
@NullMarked
package outdial.imports;

import org.jspecify.annotations.NullMarked;
