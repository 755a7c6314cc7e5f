package outdial.functions.api;

import java.util.Locale;

/// Everything that can be wrong with a request. The names are part of the contract: clients branch on `type`.
enum ProblemType {
    MALFORMED_JSON(400, "The body is not the JSON that was expected"),
    MISSING_KEY(401, "An API key is needed"),
    MALFORMED_KEY(401, "The API key is not in its form"),
    UNKNOWN_KEY(401, "The API key is not known"),
    REVOKED_KEY(401, "The API key was revoked"),
    ROLE_NOT_ALLOWED(403, "The API key's role does not allow this"),
    NOT_FOUND(404, "There is no such thing here"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    ACTION_NOT_ALLOWED(409, "The state does not allow this action"),
    CHANGED_MEANWHILE(409, "Somebody else changed it at the same time"),
    STILL_RUNNING(409, "The first request with this Idempotency-Key is still running"),
    ALREADY_ISSUED(409, "The key was issued before and is shown only once"),
    BODY_TOO_LARGE(413, "The body is too large"),
    NOT_JSON(415, "The body must be JSON"),
    INVALID_VALUE(422, "A value is not valid"),
    UNKNOWN_FIELD(422, "A field is not known"),
    CAMPAIGN_INCOMPLETE(422, "The campaign lacks settings"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key belongs to another request"),
    INTERNAL_ERROR(500, "Something went wrong on our side");

    private static final String BASE = "https://outdial.dev/problems/";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /// Such as `https://outdial.dev/problems/not-found`.
    String uri() {
        return BASE + slug();
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
