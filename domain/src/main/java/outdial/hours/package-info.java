/// When it is allowed to call.
@NullMarked
package outdial.hours;

import org.jspecify.annotations.NullMarked;
