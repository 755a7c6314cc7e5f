/// Mail as it arrives: who sent it and what is attached.
@NullMarked
package outdial.formats.mail;

import org.jspecify.annotations.NullMarked;
