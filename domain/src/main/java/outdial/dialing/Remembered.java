package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Keeps what was looked up for a while, so that a process that stays warm asks once. Only for what may be out of
/// date by that long: never for what forbids a call at the moment in which it is placed.
final class Remembered<K, V> {
    private final Duration holds;
    private final int most;
    private final InstantSource clock;
    private final Map<K, Known<V>> known = new ConcurrentHashMap<>();

    private record Known<V>(V value, Instant until) {}

    /// @param most answers that are kept; where there are more, all are forgotten
    Remembered(Duration holds, int most, InstantSource clock) {
        this.holds = holds;
        this.most = most;
        this.clock = clock;
    }

    V of(K key, Function<K, V> lookUp) {
        Instant now = clock.instant();
        Optional<Known<V>> kept = Optional.ofNullable(known.get(key)).filter(answer -> now.isBefore(answer.until()));
        if (kept.isPresent()) return kept.get().value();
        V found = lookUp.apply(key);
        if (known.size() >= most) known.clear();
        known.put(key, new Known<>(found, now.plus(holds)));
        return found;
    }
}
