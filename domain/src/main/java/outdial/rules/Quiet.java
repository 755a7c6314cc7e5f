package outdial.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// No call for this long after an event.
public record Quiet(Event after, Duration length) {
    public Quiet {
        if (!length.isPositive()) throw new IllegalArgumentException("length must be positive, was " + length);
    }

    public enum Event {
        /// Somebody was talked to.
        CONVERSATION,
        /// Somebody said not to be interested, without asking never to be called again.
        REFUSAL
    }

    /// Until when the latest of these events forbids a call, strictly later than `now`; empty where it does
    /// not.
    public Optional<Instant> forbidsUntil(History history, Instant now) {
        Optional<Instant> latest = switch (after) {
            case CONVERSATION -> history.conversation();
            case REFUSAL -> history.refusal();
        };
        return latest.map(event -> event.plus(length)).filter(until -> until.isAfter(now));
    }
}
