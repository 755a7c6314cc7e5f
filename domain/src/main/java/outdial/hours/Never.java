package outdial.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

record Never() implements Hours {
    @Override
    public boolean isOpen(Instant at, Duration margin) {
        return false;
    }

    @Override
    public Optional<Instant> nextOpening(Instant at, Duration margin) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> nextOpening(Instant at, Duration margin, Duration ahead) {
        return Optional.empty();
    }
}
