package outdial.local.aws.s3;

import outdial.local.aws.iam.Access;
import outdial.local.aws.iam.Right;

/// Turns away what the asking function's role does not allow.
final class ObjectGuard {
    private final Access access;

    ObjectGuard(Access access) {
        this.access = access;
    }

    void check(S3Request request) {
        if (!access.isChecked(request.exchange())) {
            return;
        }
        access.refusal(request.exchange(), S3Rights.of(request.wanted())).ifPresent(reason -> {
            throw S3Failure.accessDenied(reason);
        });
    }

    /// The failure as the asker gets to see it: only who may list a bucket learns that an object is not there.
    S3Failure seen(S3Request request, S3Failure failure) {
        boolean hidden = failure.code().equals("NoSuchKey")
                && !access.allows(request.exchange(), new Right("s3:ListBucket", S3Rights.arn(request.bucket())));
        return hidden ? S3Failure.accessDenied("Access Denied") : failure;
    }
}
