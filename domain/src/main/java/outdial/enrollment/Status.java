package outdial.enrollment;

/// The names the API has for an enrollment's states.
public enum Status {
    PENDING(false),
    QUEUED(false),
    IN_PROGRESS(false),
    COMPLETED(true),
    NO_ANSWER(true),
    FAILED(true),
    DO_NOT_CALL(true),
    /// Does not meet the campaign's eligibility rules.
    DISQUALIFIED(true),
    /// Left out of this campaign by hand.
    SKIPPED(true);

    private final boolean isFinal;

    Status(boolean isFinal) {
        this.isFinal = isFinal;
    }

    /// Whether nobody will call the contact in this campaign any more.
    public boolean isFinal() {
        return isFinal;
    }

    /// Whether it is final by what came of calls, rather than by what somebody decided.
    public boolean isResult() {
        return switch (this) {
            case COMPLETED, NO_ANSWER, FAILED -> true;
            case PENDING, QUEUED, IN_PROGRESS, DO_NOT_CALL, DISQUALIFIED, SKIPPED -> false;
        };
    }
}
