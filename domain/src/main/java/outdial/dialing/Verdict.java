package outdial.dialing;

import java.time.Instant;
import outdial.enrollment.Enrollment.Reason;
import outdial.enrollment.Status;

/// Whether a contact may be called now.
sealed interface Verdict {
    record Dial() implements Verdict {}

    /// Not now; `until` is strictly later, or now where only the campaign's own state forbids it.
    record Hold(Reason why, Instant until) implements Verdict {}

    /// Not in this campaign any more. `why` is empty where the status says it all.
    record Drop(Status status, String why) implements Verdict {}
}
