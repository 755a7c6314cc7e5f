package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import outdial.campaign.CampaignId;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;

/// Who was promised another call comes before those who were not called yet.
final class Priorities {
    /// A promised retry that could be called for so long was seen by a tick, whatever was late or lost.
    static final Duration SEEN_BY = Duration.ofMinutes(6);

    /// An index that lags may hide somebody, but not so often, and not for two ticks.
    private static final int MOST_TIMES_HIDDEN = 4;

    private static final Duration MOST_TIME_HIDDEN = Duration.ofSeconds(150);

    /// Only the first in line are looked at: among many, some are in their hours.
    private static final int MOST_LOOKED_AT = 20;

    private static final Comparator<Enrollment.Waiting> BY_TURN = Comparator.comparing(Enrollment.Waiting::dueAt)
            .thenComparing(waiting -> waiting.id().contact().value());

    private final Map<CampaignId, NavigableSet<Enrollment.Waiting>> queues = new HashMap<>();
    private final Map<EnrollmentId, Enrollment.Waiting> promised = new HashMap<>();
    private final Map<EnrollmentId, Overlooked> overlooked = new HashMap<>();

    private record Overlooked(Instant since, int times) {
        Overlooked again() {
            return new Overlooked(since, times + 1);
        }
    }

    void becomes(Enrollment to) {
        NavigableSet<Enrollment.Waiting> queue =
                queues.computeIfAbsent(to.id().campaign(), _ -> new TreeSet<>(BY_TURN));
        overlooked.remove(to.id());
        Enrollment.Waiting before = promised.remove(to.id());
        if (before != null) queue.remove(before);
        if (to instanceof Enrollment.Waiting one && one.lane().isUrgent()) {
            promised.put(one.id(), one);
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
                .takeWhile(waiting -> waiting.dueAt().plus(SEEN_BY).isBefore(now))
                .toList();
    }

    /// Whether that was once too often.
    boolean isOverlooked(Enrollment.Waiting waiting, Instant now) {
        Overlooked latest = overlooked.merge(waiting.id(), new Overlooked(now, 1), (before, _) -> before.again());
        return latest.times() > MOST_TIMES_HIDDEN
                && latest.since().plus(MOST_TIME_HIDDEN).isBefore(now);
    }
}
