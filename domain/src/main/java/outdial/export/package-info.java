/// Lists taken out as CSV: what is in them, and how one of any size is written piece by piece.
@NullMarked
package outdial.export;

import org.jspecify.annotations.NullMarked;
