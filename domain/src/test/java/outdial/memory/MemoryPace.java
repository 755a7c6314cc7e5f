package outdial.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import outdial.dialing.Pace;
import outdial.enrollment.Scope;

public final class MemoryPace implements Pace {
    private final Object lock;
    private final Map<Scope, Instant> nextStarts = new HashMap<>();

    MemoryPace(Object lock) {
        this.lock = lock;
    }

    @Override
    public Instant reserve(Scope scope, Instant earliest, Duration interval) {
        synchronized (lock) {
            Instant start = later(earliest, next(scope));
            nextStarts.put(scope, start.plus(interval));
            return start;
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
