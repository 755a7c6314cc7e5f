package outdial.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Open for good from `reopening` on, and not before.
public record ClosedUntil(Instant reopening) implements Hours {
    @Override
    public boolean isOpen(Instant at, Duration margin) {
        return !at.isBefore(reopening);
    }

    @Override
    public Optional<Instant> nextOpening(Instant at, Duration margin) {
        return nextOpening(at, margin, Duration.ofDays(DAYS_AHEAD));
    }

    @Override
    public Optional<Instant> nextOpening(Instant at, Duration margin, Duration ahead) {
        if (reopening.isAfter(at.plus(ahead))) return Optional.empty();
        return Optional.of(reopening.isAfter(at) ? reopening : at);
    }
}
