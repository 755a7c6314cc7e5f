package outdial.dialing;

import java.time.InstantSource;

/// What moves the dialling along: limits and pace, the queue to the dialers, the requests to look again, the clock.
public record DialLine(
        Slots slots,
        Pace pace,
        DialQueue queue,
        Wakeups wakeups,
        Tokens tokens,
        Timing timing,
        Carriers carriers,
        InstantSource clock) {}
