package outdial.dialing;

import java.time.Duration;

/// How long things may take. A claim's lease outlives the dial queue's visibility time-out (90 s), so that a
/// message that comes back finds its claim still good; a call's lease outlives ringing and the longest call.
public record Timing(Duration ringing, Duration longestCall) {
    /// How long one dispatcher may work on a campaign before another takes over.
    static final Duration TURN = Duration.ofSeconds(20);

    static final Duration QUEUED_LEASE = Duration.ofMinutes(2);
    /// What a dialer needs between its last look at the clock and the carrier's answer.
    static final Duration DIALER_ROOM = Duration.ofSeconds(15);
    /// Facts may come this much later than the call's end.
    static final Duration FACTS_MARGIN = Duration.ofMinutes(1);
    /// A dialer sleeps at most so long for its place in the pace.
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /// The tick comes each minute: nothing further away is planned ahead.
    static final Duration HORIZON = Duration.ofMinutes(1);

    Duration dialingLease() {
        return ringing.plus(longestCall).plus(FACTS_MARGIN);
    }
}
