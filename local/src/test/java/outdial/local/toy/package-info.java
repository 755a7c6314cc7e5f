/// Functions of the toy template, one for each kind of trigger.
@NullMarked
package outdial.local.toy;

import org.jspecify.annotations.NullMarked;
