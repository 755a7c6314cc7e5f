package outdial.functions.api;

import java.util.Optional;

/// What is wrong with a request, as RFC 9457 has it. `detail` says what to do; `field` names the field, query
/// parameter or header that is to blame, such as `retries.maxRetries` or `phones[3]`; `instance` names the
/// request where we are.
record Problem(
        String type, String title, int status, String detail, Optional<String> field, Optional<String> instance) {

    static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, Optional.empty(), Optional.empty());
    }

    static Problem at(String field, ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, Optional.of(field), Optional.empty());
    }

    /// Tells nothing but where to find it in the logs.
    static Problem unexpected(String requestId) {
        ProblemType type = ProblemType.INTERNAL_ERROR;
        String detail = "The request failed on our side; try it again, and give request " + requestId
                + " to whoever runs this deployment if it fails again.";
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                detail,
                Optional.empty(),
                Optional.of("urn:outdial:request:" + requestId));
    }
}
