package outdial.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What something was, and since when: calls are judged by what could be known when they were begun.
final class Versions<T> {
    private final List<Version<T>> versions = new ArrayList<>();

    private record Version<T>(Instant at, T value) {}

    void add(Instant at, T value) {
        versions.add(new Version<>(at, value));
    }

    /// All that were in force at any moment from then on, the latest first.
    List<T> since(Instant then) {
        List<T> found = new ArrayList<>();
        for (Version<T> version : versions.reversed()) {
            found.add(version.value());
            if (!version.at().isAfter(then)) break;
        }
        return found;
    }

    /// All there ever were, the first one first.
    List<T> all() {
        return versions.stream().map(Version::value).toList();
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }
}
