package outdial.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Lane;
import outdial.simulation.Faults.Kind;

/// What an index shows that lags: some rows are missing yet, others are as they were a moment ago.
final class StaleIndex {
    private static final int MOST_REMEMBERED = 20;

    private final Troubles troubles;
    private final Map<Lane, Deque<Enrollment.Waiting>> shownBefore = new HashMap<>();

    StaleIndex(Troubles troubles) {
        this.troubles = troubles;
    }

    /// @param asked campaign, lanes, now and limit
    Enrollments.Due due(List<Object> asked, Enrollments.Due due) {
        List<Enrollment.Waiting> shown = new ArrayList<>(due.contacts());
        shown.removeIf(_ -> troubles.strike(Kind.INDEXES, 0.05));
        if (troubles.strike(Kind.INDEXES, 0.2)) {
            earlier(asked).filter(old -> !shown.contains(old)).ifPresent(old -> shown.add(0, old));
        }
        due.contacts().forEach(this::remember);
        int limit = (int) asked.get(3);
        return new Enrollments.Due(shown.subList(0, Math.min(limit, shown.size())), due.exhausted());
    }

    List<?> expired(List<?> leases) {
        return leases.stream().filter(_ -> !troubles.strike(Kind.INDEXES, 0.2)).toList();
    }

    private Optional<Enrollment.Waiting> earlier(List<Object> asked) {
        List<?> lanes = (List<?>) asked.get(1);
        return lanes.stream()
                .flatMap(lane -> Optional.ofNullable(shownBefore.get(lane)).stream())
                .flatMap(Deque::stream)
                .filter(waiting -> waiting.id().campaign().equals(asked.getFirst()))
                .findFirst();
    }

    private void remember(Enrollment.Waiting waiting) {
        Deque<Enrollment.Waiting> lane = shownBefore.computeIfAbsent(waiting.lane(), _ -> new ArrayDeque<>());
        lane.addLast(waiting);
        if (lane.size() > MOST_REMEMBERED) lane.removeFirst();
    }
}
