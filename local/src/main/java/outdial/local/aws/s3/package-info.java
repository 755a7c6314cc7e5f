/// A small S3: objects on disk, versions, ranges, multipart uploads, listings, presigned addresses, CORS. It exists
/// because no product tells us when an object is complete (docs/decisions).
@NullMarked
package outdial.local.aws.s3;

import org.jspecify.annotations.NullMarked;
