package outdial.local.aws.s3;

import java.nio.file.Path;

/// The object that `x-amz-copy-source` names: `/bucket/key?versionId=…`.
record CopySource(StoredObject object, Path file) {
    static CopySource of(S3Request request, Buckets buckets) {
        String source = request.header("x-amz-copy-source").orElse("");
        int query = source.indexOf("?versionId=");
        String path = S3Request.decode(query < 0 ? source : source.substring(0, query));
        String name = path.startsWith("/") ? path.substring(1) : path;
        int slash = name.indexOf('/');
        if (slash < 1) {
            throw S3Failure.invalid("Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        }
        StoredBucket bucket = buckets.named(name.substring(0, slash));
        String key = name.substring(slash + 1);
        StoredObject object = (query < 0
                        ? bucket.latest(key)
                        : bucket.version(key, source.substring(query + "?versionId=".length())))
                .filter(found -> !found.deleteMarker())
                .orElseThrow(S3Failure::noSuchKey);
        return new CopySource(object, bucket.file(object));
    }
}
