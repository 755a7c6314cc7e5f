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
    SKIPPED(true),
    /// Not called until somebody takes it back. Neither final nor on the way to be.
    DISABLED(false);

    private final boolean isFinal;

    Status(boolean isFinal) {
        this.isFinal = isFinal;
    }

    /// Whether nobody will call the contact in this campaign any more.
    public boolean isFinal() {
        return isFinal;
    }

    /// Whether the campaign still has to do with the contact: to call it, or to hear how the call ends.
    public boolean isUnfinished() {
        return switch (this) {
            case PENDING, QUEUED, IN_PROGRESS -> true;
            case COMPLETED, NO_ANSWER, FAILED, DO_NOT_CALL, DISQUALIFIED, SKIPPED, DISABLED -> false;
        };
    }

    /// Whether it is final by what came of calls, rather than by what somebody decided.
    public boolean isResult() {
        return switch (this) {
            case COMPLETED, NO_ANSWER, FAILED -> true;
            case PENDING, QUEUED, IN_PROGRESS, DO_NOT_CALL, DISQUALIFIED, SKIPPED, DISABLED -> false;
        };
    }
}
