package outdial.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import outdial.dialing.Pace;
import outdial.enrollment.Scope;

public final class MemoryPace implements Pace {
    private final Object lock;
    private final Map<Scope, Instant> nextStarts = new HashMap<>();

    MemoryPace(Object lock) {
        this.lock = lock;
    }

    @Override
    public Optional<Instant> reserve(Scope scope, Instant earliest, Duration interval, Instant latest) {
        synchronized (lock) {
            Instant start = later(earliest, next(scope));
            if (start.isAfter(latest)) return Optional.empty();
            nextStarts.put(scope, start.plus(interval));
            return Optional.of(start);
        }
    }

    @Override
    public Instant next(Scope scope) {
        synchronized (lock) {
            return nextStarts.getOrDefault(scope, Instant.EPOCH);
        }
    }

    @Override
    public void pushBack(Scope scope, Instant until) {
        synchronized (lock) {
            nextStarts.put(scope, later(until, next(scope)));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
