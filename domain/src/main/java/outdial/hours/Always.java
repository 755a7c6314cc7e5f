package outdial.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

record Always() implements Hours {
    @Override
    public boolean isOpen(Instant at, Duration margin) {
        return true;
    }

    @Override
    public Optional<Instant> nextOpening(Instant at, Duration margin) {
        return Optional.of(at);
    }

    @Override
    public Optional<Instant> nextOpening(Instant at, Duration margin, Duration ahead) {
        return Optional.of(at);
    }
}
