/// Who must not be contacted.
@NullMarked
package outdial.donotcall;

import org.jspecify.annotations.NullMarked;
