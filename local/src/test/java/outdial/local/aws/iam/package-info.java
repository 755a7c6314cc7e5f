@NullMarked
package outdial.local.aws.iam;

import org.jspecify.annotations.NullMarked;
