package outdial.local.aws.s3;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.local.aws.iam.Right;

/// The rights that requests to S3 need.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
final class S3Rights {
    private S3Rights() {}

    /// What a request asks for.
    ///
    /// @param copySource `bucket/key`, with `?versionId=…` where one is meant
    record Wanted(String method, String bucket, String key, Map<String, String> query, Optional<String> copySource) {
        boolean has(String parameter) {
            return query.containsKey(parameter);
        }
    }

    static List<Right> of(Wanted wanted) {
        if (wanted.key().isEmpty()) {
            return List.of(new Right("s3:" + ofBucket(wanted), arn(wanted.bucket())));
        }
        Right own = new Right("s3:" + ofObject(wanted), arn(wanted.bucket() + "/" + wanted.key()));
        return wanted.copySource().map(source -> List.of(reading(source), own)).orElse(List.of(own));
    }

    static String arn(String bucketOrObject) {
        return "arn:aws:s3:::" + bucketOrObject;
    }

    private static String ofBucket(Wanted wanted) {
        return switch (wanted.method()) {
            case "PUT" -> wanted.has("versioning") ? "PutBucketVersioning" : "CreateBucket";
            case "DELETE" -> "DeleteBucket";
            case "POST" -> "DeleteObject";
            default -> ofListing(wanted);
        };
    }

    private static String ofListing(Wanted wanted) {
        if (wanted.bucket().isEmpty()) {
            return "ListAllMyBuckets";
        }
        if (wanted.has("location")) {
            return "GetBucketLocation";
        }
        if (wanted.has("versioning")) {
            return "GetBucketVersioning";
        }
        if (wanted.has("versions")) {
            return "ListBucketVersions";
        }
        return wanted.has("uploads") ? "ListBucketMultipartUploads" : "ListBucket";
    }

    private static String ofObject(Wanted wanted) {
        return switch (wanted.method()) {
            case "GET" -> wanted.has("uploadId") ? "ListMultipartUploadParts" : versioned("GetObject", wanted);
            case "HEAD" -> versioned("GetObject", wanted);
            case "DELETE" -> wanted.has("uploadId") ? "AbortMultipartUpload" : versioned("DeleteObject", wanted);
            default -> "PutObject";
        };
    }

    private static String versioned(String action, Wanted wanted) {
        return wanted.has("versionId") ? action + "Version" : action;
    }

    private static Right reading(String copySource) {
        int query = copySource.indexOf("?versionId=");
        String path = S3Request.decode(query < 0 ? copySource : copySource.substring(0, query));
        String object = path.startsWith("/") ? path.substring(1) : path;
        return new Right(query < 0 ? "s3:GetObject" : "s3:GetObjectVersion", arn(object));
    }
}
