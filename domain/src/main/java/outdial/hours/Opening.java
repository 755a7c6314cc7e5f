package outdial.hours;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time, `until` excluded; empty where that is not after `from`.
record Opening(Instant from, Instant until) {
    boolean holds(Instant at, Duration margin) {
        return !at.isBefore(from) && at.plus(margin).isBefore(until);
    }
}
