/// Encodings of text.
@NullMarked
package outdial.formats.text;

import org.jspecify.annotations.NullMarked;
