@NullMarked
package outdial.local.aws;

import org.jspecify.annotations.NullMarked;
