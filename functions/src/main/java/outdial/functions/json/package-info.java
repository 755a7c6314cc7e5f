/// JSON, read and written the same way everywhere.
@NullMarked
package outdial.functions.json;

import org.jspecify.annotations.NullMarked;
