package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.campaign.CampaignRef;
import outdial.dialing.Slots.Mark;

/// How a scope that is too small for all is divided: every campaign that wants more than it has may hold the same
/// number of slots, and what is left over goes to those that have waited longest. Pure.
final class FairShare {
    /// Who waits says so at each tick.
    private static final Duration MARK_HOLDS = Duration.ofMinutes(2);

    private FairShare() {}

    /// How many more of the scope's slots a campaign may take that holds `held` of them.
    static int of(Slots.Use use, CampaignRef campaign, int held, Instant now) {
        List<CampaignRef> queue = queue(use, campaign, now);
        int leftOver = use.limit() % queue.size();
        int fair = use.limit() / queue.size() + (queue.indexOf(campaign) < leftOver ? 1 : 0);
        return queue.size() == 1 ? use.free() : Math.clamp((long) fair - held, 0, use.free());
    }

    /// Who has waited for the scope the longest, but for this campaign.
    static Optional<CampaignRef> next(Slots.Use use, CampaignRef campaign, Instant now) {
        return queue(use, campaign, now).stream()
                .filter(other -> !other.equals(campaign))
                .findFirst();
    }

    /// Whether the campaign is known to wait, and will be until it is looked at again.
    static boolean isMarked(Slots.Use use, CampaignRef campaign, Instant now) {
        return Optional.ofNullable(use.waiting().get(campaign))
                .filter(mark -> now.plus(Timing.HORIZON).isBefore(mark.until()))
                .isPresent();
    }

    /// The mark of a campaign that waits, from now on where it was served meanwhile.
    static Mark mark(Slots.Use use, CampaignRef campaign, boolean served, Instant now) {
        Instant since = Optional.ofNullable(use.waiting().get(campaign))
                .filter(mark -> !served && mark.until().isAfter(now))
                .map(Mark::since)
                .orElse(now);
        return new Mark(since, now.plus(MARK_HOLDS));
    }

    /// This campaign and all that wait, the longest first.
    private static List<CampaignRef> queue(Slots.Use use, CampaignRef campaign, Instant now) {
        Map<CampaignRef, Mark> waiting = new HashMap<>(use.waiting());
        waiting.values().removeIf(mark -> !mark.until().isAfter(now));
        waiting.putIfAbsent(campaign, new Mark(now, now));
        return waiting.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<CampaignRef, Mark> entry) ->
                                entry.getValue().since())
                        .thenComparing(entry -> entry.getKey().id().value()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
