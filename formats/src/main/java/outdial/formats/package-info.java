@NullMarked
package outdial.formats;

import org.jspecify.annotations.NullMarked;
