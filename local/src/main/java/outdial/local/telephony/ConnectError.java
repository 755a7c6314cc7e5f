package outdial.local.telephony;

/// The errors of Amazon Connect's API that a caller can meet here.
enum ConnectError {
    INVALID_PARAMETER(400, "InvalidParameterException"),
    INVALID_REQUEST(400, "InvalidRequestException"),
    RESOURCE_NOT_FOUND(404, "ResourceNotFoundException"),
    CONTACT_NOT_FOUND(410, "ContactNotFoundException"),
    TOO_MANY_REQUESTS(429, "TooManyRequestsException"),
    LIMIT_EXCEEDED(429, "LimitExceededException"),
    INTERNAL(500, "InternalServiceException");

    private final int status;
    private final String code;

    ConnectError(int status, String code) {
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
