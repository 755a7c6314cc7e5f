package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.ExecutionMode;
import outdial.contact.ContactId;
import outdial.dialing.Circuit;
import outdial.dialing.Slots;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Scope;
import outdial.workspace.CallerNumber;

/// At the end: every contact is final, in a call, or waits for a reason that can be named.
final class Audit {
    /// A claim that is this old shows that the campaign gets its turn: who waits, waits in a line that moves.
    private static final Duration LINE_MOVES = Duration.ofMinutes(5);

    /// A lease that ended this long ago should have been healed: a tick, and a lagging index.
    private static final Duration HEALED_BY = Duration.ofMinutes(3);

    /// Nobody is called so shortly before the end of a window.
    private static final Duration RINGING = Duration.ofMinutes(2);

    private final Stage stage;
    private final OwnBooks own;

    Audit(Stage stage) {
        this.stage = stage;
        this.own = stage.watch().own();
    }

    /// How many contacts of all campaigns are in each state, and what for the waiting ones wait.
    record Ends(Map<String, Long> byStatus, Map<String, Long> waiting) {}

    Ends of(List<CampaignRef> campaigns) {
        Map<String, Long> byStatus = new TreeMap<>();
        Map<String, Long> waiting = new TreeMap<>();
        for (CampaignRef ref : campaigns) {
            Campaign campaign = own.campaigns().now(ref);
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
        if (!own.policies().stops().isEmpty()) return "STOP";
        if (!isReleased(active, waiting)) return "RELEASE";
        if (waiting.dueAt().isAfter(now().minus(LINE_MOVES)))
            return waiting.reason().name();
        if (!isOpen(waiting, now().plus(RINGING)) || !isOpen(waiting, now().minus(LINE_MOVES))) return "HOURS";
        if (own.people().wasEdited(waiting.id().contact())) return "MOVED";
        if (own.campaigns().lastClaim(campaign.ref()).isAfter(now().minus(LINE_MOVES))) return "IN_LINE";
        if (noneIsFree(active)) return "NO_FREE_SLOT";
        throw new Violation(
                "nobody waits without a reason: " + waiting + " in " + campaign,
                waiting.id().contact());
    }

    /// Of a MANUAL campaign those are called who were there when somebody started all outreaches.
    private boolean isReleased(Campaign.Active campaign, Enrollment.Waiting waiting) {
        return campaign.settings().mode() != ExecutionMode.MANUAL
                || own.campaigns().releases(campaign.ref()).stream()
                        .anyMatch(release -> !waiting.who().since().isAfter(release));
    }

    private boolean isOpen(Enrollment.Waiting waiting, Instant at) {
        ContactId contact = waiting.id().contact();
        return own.law()
                .isSurelyOpen(
                        new LawRules.Callee(
                                waiting.who().campaign(),
                                waiting.who().phone(),
                                own.people().now(contact)),
                        at);
    }

    /// By any of its numbers.
    private boolean noneIsFree(Campaign.Active campaign) {
        return isFull(Scope.campaign(campaign.ref().id()))
                || campaign.settings().callerNumbers().stream()
                        .map(phone -> stage.memory()
                                .workspaces()
                                .callerNumber(campaign.ref().workspace(), phone)
                                .orElseThrow())
                        .allMatch(this::isFull);
    }

    private boolean isFull(CallerNumber number) {
        Scope today = Scope.day(Office.WORKSPACE, number.phone(), LocalDate.ofInstant(now(), ZoneOffset.UTC));
        return isFull(Scope.callerNumber(Office.WORKSPACE, number.phone()))
                || isFull(Scope.carrier(number.carrier()))
                || rests(number.carrier())
                || (number.dailyLimit().isPresent() && isFull(today));
    }

    private boolean rests(String carrier) {
        return stage.memory().circuits().of(carrier) instanceof Circuit.Open open
                && open.until().isAfter(now().minus(LINE_MOVES));
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
