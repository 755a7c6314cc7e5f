@NullMarked
package outdial.functions;

import org.jspecify.annotations.NullMarked;
