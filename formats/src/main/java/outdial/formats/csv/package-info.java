/// Delimited text: finds the head and the rows of contact lists, and writes reports.
@NullMarked
package outdial.formats.csv;

import org.jspecify.annotations.NullMarked;
