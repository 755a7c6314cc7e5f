@NullMarked
package outdial.local;

import org.jspecify.annotations.NullMarked;
