package outdial.dialing;

import java.time.InstantSource;
import outdial.enrollment.Scope;

/// What moves the dialling along: limits and pace, the queue to the dialers, the requests to look again, the clock.
public record DialLine(
        Slots slots,
        Pace pace,
        DialQueue queue,
        Wakeups wakeups,
        Tokens tokens,
        Timing timing,
        CarrierTerms terms,
        InstantSource clock) {

    /// Where the carrier's pace is kept.
    Scope carrierScope() {
        return terms.scope();
    }
}
