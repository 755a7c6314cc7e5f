@NullMarked
package outdial.local.lambda;

import org.jspecify.annotations.NullMarked;
