package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import outdial.campaign.CampaignId;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;

/// Who was promised another call comes before those who were not called yet.
final class Priorities {
    /// A promised retry that could be called for so long was seen by a tick, whatever was late or lost.
    static final Duration SEEN_BY = Duration.ofMinutes(6);

    /// Only the first in line are looked at: among many, some are in their hours.
    private static final int MOST_LOOKED_AT = 20;

    private static final Comparator<Enrollment.Waiting> BY_TURN = Comparator.comparing(Enrollment.Waiting::dueAt)
            .thenComparing(waiting -> waiting.id().contact().value());

    private final Map<CampaignId, NavigableSet<Enrollment.Waiting>> queues = new HashMap<>();
    private final Map<EnrollmentId, Instant> since = new HashMap<>();
    private final Set<EnrollmentId> hidden = new HashSet<>();
    private final Map<EnrollmentId, Enrollment.Waiting> promised = new HashMap<>();

    /// Of those who were there an index that lags showed only some. A freed slot is filled from the lanes where
    /// the look before found somebody, so who was hidden then is seen by the next tick.
    void looked(Set<EnrollmentId> there, Set<EnrollmentId> shown) {
        hidden.addAll(there);
        hidden.removeAll(shown);
    }

    void becomes(Enrollment to, Instant now) {
        NavigableSet<Enrollment.Waiting> queue =
                queues.computeIfAbsent(to.id().campaign(), _ -> new TreeSet<>(BY_TURN));
        Enrollment.Waiting before = promised.remove(to.id());
        since.remove(to.id());
        if (before != null) queue.remove(before);
        if (to instanceof Enrollment.Waiting one && one.lane().isUrgent()) {
            promised.put(one.id(), one);
            since.put(one.id(), now);
            queue.add(one);
        }
    }

    /// Those who have waited too long for a promised call, while others are claimed who were not promised any.
    List<Enrollment.Waiting> passedOver(List<?> claimed, Instant now) {
        List<Enrollment.Queued> cold = claimed.stream()
                .map(Enrollment.Queued.class::cast)
                .filter(queued -> !queued.lane().isUrgent())
                .toList();
        if (cold.isEmpty()) return List.of();
        return queues.getOrDefault(cold.getFirst().id().campaign(), new TreeSet<>(BY_TURN)).stream()
                .limit(MOST_LOOKED_AT)
                .filter(waiting -> !hidden.contains(waiting.id()) && hasWaited(waiting.id(), now))
                .takeWhile(waiting -> waiting.dueAt().plus(SEEN_BY).isBefore(now))
                .toList();
    }

    /// A report that came late made it due in the past.
    private boolean hasWaited(EnrollmentId id, Instant now) {
        return since.getOrDefault(id, now).plus(SEEN_BY).isBefore(now);
    }
}
