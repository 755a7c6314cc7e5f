/// The files in which lists come, to plain text: archives, workbooks, UTF-16.
@NullMarked
package outdial.formats.plain;

import org.jspecify.annotations.NullMarked;
