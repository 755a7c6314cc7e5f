package outdial.local.telephony;

/// The errors of the Chime SDK Voice API that a caller can meet here.
enum ApiError {
    BAD_REQUEST(400, "BadRequest"),
    NOT_FOUND(404, "NotFound"),
    THROTTLED(429, "ThrottledClient"),
    RESOURCE_LIMIT_EXCEEDED(400, "ResourceLimitExceeded"),
    SERVICE_FAILURE(500, "ServiceFailure"),
    SERVICE_UNAVAILABLE(503, "ServiceUnavailable");

    private final int status;
    private final String code;

    ApiError(int status, String code) {
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    /// What the header `x-amzn-errortype` says, by which the SDKs choose their exception.
    String type() {
        return code + "Exception";
    }

    /// What the body says.
    String code() {
        return this == THROTTLED ? "Throttled" : code;
    }
}
