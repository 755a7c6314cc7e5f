package outdial.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When calls may be placed.
public interface Hours {
    /// What does not open within these many days is said not to open.
    int DAYS_AHEAD = 400;

    /// Nothing forbids a call at any time.
    Hours ALWAYS = new Always();

    /// No call at any time.
    Hours NEVER = new Never();

    /// Whether it is open all through `at` to `at` plus `margin`, both included: a call may be placed and ring
    /// for `margin`.
    boolean isOpen(Instant at, Duration margin);

    /// The first instant at or after `at` from which [#isOpen] holds with this margin; empty where there is
    /// none within [#DAYS_AHEAD] days.
    Optional<Instant> nextOpening(Instant at, Duration margin);

    /// The same, but looking no further ahead than this: who asks for a few minutes is not made to wait for the
    /// search of a year.
    Optional<Instant> nextOpening(Instant at, Duration margin, Duration ahead);

    /// Open when all are open; without any, always.
    static Hours allOf(List<? extends Hours> all) {
        List<Hours> parts = all.stream().distinct().<Hours>map(part -> part).toList();
        if (parts.isEmpty()) return ALWAYS;
        return parts.size() == 1 ? parts.getFirst() : new AllHours(parts);
    }
}
