package outdial.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// At most so many calls to one number or person within any stretch of time as long as `within`.
public record Cap(int calls, Duration within) {
    public Cap {
        if (calls < 1) throw new IllegalArgumentException("calls must be at least 1, was " + calls);
        if (!within.isPositive()) throw new IllegalArgumentException("within must be positive, was " + within);
    }

    /// Until when the calls that were started forbid another one, strictly later than `now`; empty where they
    /// do not.
    public Optional<Instant> forbidsUntil(List<Instant> starts, Instant now) {
        List<Instant> counted = starts.stream()
                .filter(start -> start.plus(within).isAfter(now))
                .sorted()
                .toList();
        if (counted.size() < calls) return Optional.empty();
        return Optional.of(counted.get(counted.size() - calls).plus(within));
    }
}
