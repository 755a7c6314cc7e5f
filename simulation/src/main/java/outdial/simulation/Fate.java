package outdial.simulation;

import java.util.Optional;
import outdial.campaign.RetryRules.Cause;

/// What became of a call in truth, as the phone network knows it.
enum Fate {
    TALKED,
    REFUSED,
    SAID_STOP,
    ANSWERED_BY_MACHINE,
    NOT_ANSWERED,
    BUSY,
    DEAD_NUMBER,
    /// The network failed, and no phone rang.
    NOT_RUNG,
    /// Something went wrong, and the phone may have rung.
    WENT_WRONG;

    boolean mayHaveRung() {
        return this != NOT_RUNG;
    }

    /// Why somebody is called again; empty where nobody is for that call, or the call does not count.
    Optional<Cause> cause() {
        return switch (this) {
            case NOT_ANSWERED -> Optional.of(Cause.NO_ANSWER);
            case BUSY -> Optional.of(Cause.BUSY);
            case ANSWERED_BY_MACHINE -> Optional.of(Cause.VOICEMAIL);
            case WENT_WRONG -> Optional.of(Cause.FAILED);
            case TALKED, REFUSED, SAID_STOP, DEAD_NUMBER, NOT_RUNG -> Optional.empty();
        };
    }

    /// Nobody calls the contact again in this campaign.
    boolean isLast() {
        return switch (this) {
            case TALKED, REFUSED, SAID_STOP, DEAD_NUMBER -> true;
            case ANSWERED_BY_MACHINE, NOT_ANSWERED, BUSY, NOT_RUNG, WENT_WRONG -> false;
        };
    }
}
