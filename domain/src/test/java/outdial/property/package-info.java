/// Properties that must hold for many random cases.
@NullMarked
package outdial.property;

import org.jspecify.annotations.NullMarked;
