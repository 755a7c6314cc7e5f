package outdial.local.aws.s3;

import java.io.IOException;
import outdial.local.template.Account;

/// What is done to buckets as a whole.
final class BucketCalls {
    private final Buckets buckets;

    BucketCalls(Buckets buckets) {
        this.buckets = buckets;
    }

    S3Reply list() {
        return S3Reply.xml(Xml.document("ListAllMyBucketsResult", xml -> {
            xml.nest("Owner", owner -> owner.add("ID", Account.LOCAL_ID));
            xml.nest(
                    "Buckets",
                    all -> buckets.names()
                            .forEach(name -> all.nest(
                                    "Bucket",
                                    one -> one.add("Name", name).add("CreationDate", "2026-01-01T00:00:00.000Z"))));
        }));
    }

    S3Reply create(S3Request request) throws IOException {
        if (buckets.exists(request.bucket())) {
            throw S3Failure.of(409, "BucketAlreadyOwnedByYou", "The bucket you tried to create is yours already");
        }
        buckets.create(request.bucket());
        return S3Reply.empty(200).with("Location", "/" + request.bucket());
    }

    S3Reply delete(S3Request request) throws IOException {
        StoredBucket bucket = buckets.named(request.bucket());
        if (!bucket.empty()) {
            throw S3Failure.of(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
        }
        buckets.delete(bucket);
        return S3Reply.empty(204);
    }

    S3Reply head(S3Request request) {
        buckets.named(request.bucket());
        return S3Reply.empty(200).with("x-amz-bucket-region", Account.LOCAL_REGION);
    }

    /// us-east-1 is the region without a name.
    S3Reply location(S3Request request) {
        buckets.named(request.bucket());
        return S3Reply.xml(Xml.document("LocationConstraint", xml -> {}));
    }

    S3Reply versioning(S3Request request) {
        boolean enabled = buckets.named(request.bucket()).versioned();
        return S3Reply.xml(Xml.document("VersioningConfiguration", xml -> {
            if (enabled) {
                xml.add("Status", "Enabled");
            }
        }));
    }

    S3Reply setVersioning(S3Request request) throws IOException {
        StoredBucket bucket = buckets.named(request.bucket());
        boolean enabled = Xml.elements(request.body(), "Status").stream()
                .anyMatch(status -> status.getTextContent().equals("Enabled"));
        bucket.keepVersions(enabled);
        return S3Reply.empty(200);
    }
}
