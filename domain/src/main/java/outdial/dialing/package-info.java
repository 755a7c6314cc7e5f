/// Whom to call next, and calling exactly once.
@NullMarked
package outdial.dialing;

import org.jspecify.annotations.NullMarked;
