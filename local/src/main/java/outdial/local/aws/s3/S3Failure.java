package outdial.local.aws.s3;

import java.io.Serial;
import java.util.Map;

/// An answer of S3 that is an error; thrown where it is found and written at the edge, as a request can be refused
/// at any depth of reading its body.
final class S3Failure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    private S3Failure(int status, String code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    static S3Failure of(int status, String code, String message) {
        return new S3Failure(status, code, message, Map.of());
    }

    S3Failure with(Map<String, String> more) {
        return new S3Failure(status, code, String.valueOf(getMessage()), more);
    }

    static S3Failure noSuchKey() {
        return of(404, "NoSuchKey", "The specified key does not exist.");
    }

    static S3Failure noSuchBucket() {
        return of(404, "NoSuchBucket", "The specified bucket does not exist");
    }

    static S3Failure preconditionFailed() {
        return of(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
    }

    static S3Failure accessDenied(String message) {
        return of(403, "AccessDenied", message);
    }

    static S3Failure invalid(String message) {
        return of(400, "InvalidArgument", message);
    }

    static S3Failure unsupported(String what) {
        return of(501, "NotImplemented", "The local cloud's S3 does not know " + what);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }
}
