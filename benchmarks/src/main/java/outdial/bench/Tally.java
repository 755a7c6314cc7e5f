package outdial.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What functions asked of AWS, added up.
final class Tally {
    /// @param on the table or queue
    record Asked(String function, String operation, String on) implements Comparable<Asked> {
        @Override
        public int compareTo(Asked other) {
            return toString().compareTo(other.toString());
        }
    }

    record Sum(int requests, double writeUnits, double readUnits) {
        Sum plus(Sum other) {
            return new Sum(requests + other.requests, writeUnits + other.writeUnits, readUnits + other.readUnits);
        }
    }

    private static final Sum NOTHING = new Sum(0, 0, 0);

    private final Map<Asked, Sum> sums = new TreeMap<>();
    private long lastAt = System.nanoTime();

    synchronized void add(Asked asked, Sum sum) {
        sums.merge(asked, sum, Sum::plus);
        lastAt = System.nanoTime();
    }

    synchronized void forget() {
        sums.clear();
    }

    synchronized long nanosSinceTheLast() {
        return System.nanoTime() - lastAt;
    }

    synchronized Map<Asked, Sum> sums() {
        return new TreeMap<>(sums);
    }

    Sum of(Predicate<Asked> which) {
        return sums().entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(NOTHING, Sum::plus);
    }

    /// A line for each kind of request, per attempt.
    String table(int attempts) {
        String head = "%-10s %-22s %-13s %9s %7s %7s%n"
                .formatted("function", "operation", "on", "requests", "writes", "reads");
        return head
                + sums().entrySet().stream()
                        .map(entry -> "%-10s %-22s %-13s %9.2f %7.2f %7.2f%n"
                                .formatted(
                                        entry.getKey().function(),
                                        entry.getKey().operation(),
                                        entry.getKey().on(),
                                        (double) entry.getValue().requests() / attempts,
                                        entry.getValue().writeUnits() / attempts,
                                        entry.getValue().readUnits() / attempts))
                        .collect(Collectors.joining());
    }
}
