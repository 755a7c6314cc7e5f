package outdial.functions.api;

import outdial.imports.Failure;

/// An import that did not come about, as the problem it is.
final class ImportRefusals {
    private ImportRefusals() {}

    static Refusal of(Failure failure) {
        return switch (failure.reason()) {
            case UNKNOWN_CAMPAIGN, UNKNOWN_WORKSPACE ->
                Refusal.notFound("This workspace has no campaign with this id; GET /v1/campaigns lists them.");
            case CAMPAIGN_CLOSED -> Refusal.of(ProblemType.ACTION_NOT_ALLOWED, failure.message());
            case INTERRUPTED -> Refusal.of(ProblemType.CHANGED_MEANWHILE, failure.message());
            case BAD_FILE_NAME -> Refusal.invalid("fileName", failure.message());
            case NO_PHONE_COLUMN, NO_ROWS, EMPTY_FILE, NO_HEADER, BROKEN_HEADER, BINARY, UNKNOWN_ENCODING ->
                Refusal.invalid("contacts", failure.message());
            case BAD_PATH,
                    UPLOAD_NOT_ASKED_FOR,
                    MAIL_NOT_CLEAN,
                    MAIL_NOT_AUTHENTIC,
                    SENDER_NOT_ALLOWED,
                    NO_ATTACHMENT -> throw new IllegalStateException("a request cannot fail with " + failure.reason());
        };
    }
}
