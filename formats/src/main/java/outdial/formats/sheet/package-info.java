/// Workbooks as Excel writes them (.xlsx, ECMA-376), to delimited text.
@NullMarked
package outdial.formats.sheet;

import org.jspecify.annotations.NullMarked;
