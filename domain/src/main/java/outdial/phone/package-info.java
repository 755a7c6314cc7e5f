/// Telephone numbers as values.
@NullMarked
package outdial.phone;

import org.jspecify.annotations.NullMarked;
