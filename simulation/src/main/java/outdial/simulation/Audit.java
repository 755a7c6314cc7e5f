package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.dialing.Circuit;
import outdial.dialing.Slots;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Scope;

/// At the end: every contact is final, in a call, or waits for a reason that can be named.
final class Audit {
    /// A claim that is this old shows that the campaign gets its turn: who waits, waits in a line that moves.
    private static final Duration LINE_MOVES = Duration.ofMinutes(5);

    /// A lease that ended this long ago should have been healed: a tick, and a lagging index.
    private static final Duration HEALED_BY = Duration.ofMinutes(3);

    /// Nobody is called so shortly before the end of a window.
    private static final Duration RINGING = Duration.ofMinutes(2);

    private final Stage stage;
    private final Lawbook lawbook;

    Audit(Stage stage, Lawbook lawbook) {
        this.stage = stage;
        this.lawbook = lawbook;
    }

    /// How many contacts of all campaigns are in each state, and what for the waiting ones wait.
    record Ends(Map<String, Long> byStatus, Map<String, Long> waiting) {}

    Ends of(List<CampaignRef> campaigns) {
        Map<String, Long> byStatus = new TreeMap<>();
        Map<String, Long> waiting = new TreeMap<>();
        for (CampaignRef ref : campaigns) {
            Campaign campaign = stage.watch().campaigns().now(ref);
            for (Enrollment enrollment : stage.memory().enrollments().all(ref.id())) {
                byStatus.merge(enrollment.status().name(), 1L, Long::sum);
                switch (enrollment) {
                    case Enrollment.Waiting one -> waiting.merge(reason(campaign, one), 1L, Long::sum);
                    case Enrollment.Leased one -> checkLease(one);
                    case Enrollment.Held _, Enrollment.Finished _ -> {}
                }
            }
        }
        return new Ends(byStatus, waiting);
    }

    private void checkLease(Enrollment.Leased leased) {
        if (leased.leaseEnd().plus(HEALED_BY).isBefore(now()))
            throw new Violation("what got stuck heals, but the lease is over for long of " + leased, leased.id());
    }

    private String reason(Campaign campaign, Enrollment.Waiting waiting) {
        if (!(campaign instanceof Campaign.Active active)) return "CAMPAIGN_" + campaign.status();
        if (!active.settings().hasBegun(now())) return "CAMPAIGN_NOT_BEGUN";
        if (stage.watch().emergency().isPresent()) return "STOP";
        if (waiting.dueAt().isAfter(now().minus(LINE_MOVES)))
            return waiting.reason().name();
        if (!isOpen(active, waiting, now().plus(RINGING)) || !isOpen(active, waiting, now().minus(LINE_MOVES)))
            return "HOURS";
        if (stage.watch().campaigns().lastClaim(campaign.ref()).isAfter(now().minus(LINE_MOVES))) return "IN_LINE";
        if (isFull(active)) return "NO_FREE_SLOT";
        if (rests()) return "CARRIER";
        throw new Violation(
                "nobody waits without a reason: " + waiting + " in " + campaign,
                waiting.id().contact());
    }

    private boolean isOpen(Campaign campaign, Enrollment.Waiting waiting, Instant at) {
        return lawbook.clockOf(campaign.ref(), waiting.id().contact(), campaign.settings(), at)
                .isOpen(at);
    }

    private boolean rests() {
        return stage.memory().circuits().of(stage.terms().name()) instanceof Circuit.Open open
                && open.until().isAfter(now().minus(LINE_MOVES));
    }

    private boolean isFull(Campaign.Active campaign) {
        Scope own = Scope.campaign(campaign.ref().id());
        boolean allNumbers = campaign.settings().callerNumbers().stream()
                .allMatch(number -> isFull(Scope.callerNumber(campaign.ref().workspace(), number)));
        return allNumbers || isFull(own) || isFull(stage.terms().scope());
    }

    private boolean isFull(Scope scope) {
        return stage.memory().slots().of(List.of(scope)).stream()
                        .mapToInt(Slots.Use::free)
                        .sum()
                == 0;
    }

    private Instant now() {
        return stage.schedule().now();
    }
}
