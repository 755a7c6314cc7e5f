@NullMarked
package outdial.local.aws.s3;

import org.jspecify.annotations.NullMarked;
