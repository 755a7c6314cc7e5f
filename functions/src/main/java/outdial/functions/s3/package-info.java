/// Contact lists and reports on Amazon S3.
@NullMarked
package outdial.functions.s3;

import org.jspecify.annotations.NullMarked;
