package outdial.enrollment;

import java.util.List;

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

    private static final List<Status> WEIGHTS = List.of(NO_ANSWER, FAILED, COMPLETED, DO_NOT_CALL);

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

    /// Of two calls to one contact, the one that decides what the contact is for good: who wants no more calls gets
    /// none, and who was talked to was reached, whatever became of the number.
    public boolean outweighs(Status other) {
        return WEIGHTS.indexOf(this) > WEIGHTS.indexOf(other);
    }

    /// Whether it is final by what came of calls, rather than by what somebody decided.
    public boolean isResult() {
        return switch (this) {
            case COMPLETED, NO_ANSWER, FAILED -> true;
            case PENDING, QUEUED, IN_PROGRESS, DO_NOT_CALL, DISQUALIFIED, SKIPPED, DISABLED -> false;
        };
    }
}
