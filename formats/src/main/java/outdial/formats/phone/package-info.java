/// Telephone numbers as people write them, to E.164 and to the time zones they may be in.
@NullMarked
package outdial.formats.phone;

import org.jspecify.annotations.NullMarked;
