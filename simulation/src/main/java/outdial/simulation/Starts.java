package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import outdial.enrollment.Scope;

/// When calls of each scope began, by the time that was reserved for each. Two are never closer than the pace allows.
final class Starts {
    private static final int MOST_KEPT = 1000;

    private final Map<Scope, TreeSet<Instant>> starts = new HashMap<>();

    void check(Scope scope, Instant start, Duration interval) {
        TreeSet<Instant> others = starts.computeIfAbsent(scope, _ -> new TreeSet<>());
        if (interval.isZero()) return;
        Stream.of(Optional.ofNullable(others.floor(start)), Optional.ofNullable(others.ceiling(start)))
                .flatMap(Optional::stream)
                .filter(other -> Duration.between(other, start).abs().compareTo(interval) < 0)
                .findFirst()
                .ifPresent(other -> {
                    throw new Violation(
                            "calls start at least " + interval + " apart, but at " + other + " and " + start, scope);
                });
        others.add(start);
        if (others.size() > MOST_KEPT) others.pollFirst();
    }
}
