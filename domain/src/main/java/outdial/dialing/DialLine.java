package outdial.dialing;

import java.time.InstantSource;

/// What moves the dialling along: limits, pace and circuits, the queue to the dialers, the requests to look
/// again, the law, the clock.
public record DialLine(
        Slots slots,
        Pace pace,
        Circuits circuits,
        DialQueue queue,
        Wakeups wakeups,
        Tokens tokens,
        Timing timing,
        Carriers carriers,
        Law law,
        InstantSource clock) {}
