/// Telephone numbers by the numbering plans of the world.
@NullMarked
package outdial.functions.phone;

import org.jspecify.annotations.NullMarked;
