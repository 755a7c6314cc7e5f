package outdial.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Several hours at once. The next opening is found from edge to edge: whoever is closed says when he opens,
/// and then everybody is asked again about that instant. Each round moves on, or all agree; none passes over an
/// instant at which all are open.
record AllHours(List<Hours> parts) implements Hours {
    AllHours {
        parts = List.copyOf(parts);
    }

    @Override
    public boolean isOpen(Instant at, Duration margin) {
        for (Hours part : parts) {
            if (!part.isOpen(at, margin)) return false;
        }
        return true;
    }

    @Override
    public Optional<Instant> nextOpening(Instant at, Duration margin) {
        return nextOpening(at, margin, Duration.ofDays(DAYS_AHEAD));
    }

    @Override
    public Optional<Instant> nextOpening(Instant at, Duration margin, Duration ahead) {
        Instant last = at.plus(ahead);
        Instant candidate = at;
        while (!candidate.isAfter(last)) {
            Optional<Instant> later = latestOpening(candidate, margin, last);
            if (later.isEmpty() || later.get().equals(candidate)) return later;
            candidate = later.get();
        }
        return Optional.empty();
    }

    private Optional<Instant> latestOpening(Instant at, Duration margin, Instant last) {
        Instant latest = at;
        for (Hours part : parts) {
            Optional<Instant> opening = part.nextOpening(latest, margin, Duration.between(latest, last));
            if (opening.isEmpty()) return opening;
            latest = opening.get();
        }
        return Optional.of(latest);
    }
}
