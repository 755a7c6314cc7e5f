package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns.Turn;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Groups;
import outdial.enrollment.Lane;
import outdial.enrollment.Scope;
import outdial.rules.Policies;
import outdial.rules.Policy;
import outdial.workspace.WorkspaceId;

/// Fills a campaign's free slots with contacts that are due: heals what got stuck, looks at the open lanes, claims
/// as many as the limits and the pace let start within a minute, and orders the dialers to call them. One runs per
/// campaign at a time; all of it may be repeated, and what is lost half-way heals by its lease.
public final class Dispatcher {
    /// Rounds for those who asked in the meantime; a later one asks again.
    private static final int MOST_ROUNDS = 5;

    /// A stop keeps contacts from being claimed from so much later on; the dialers see it at once.
    private static final Duration POLICY_HOLDS = Duration.ofSeconds(5);

    private static final int MOST_WORKSPACES = 1_000;

    private final Books books;
    private final Policies policies;
    private final OpenGroups groupsOpen;
    private final Groups groups;
    private final Remembered<WorkspaceId, Policy> policyOf;
    private final Healer healer;
    private final Allotment allotment;
    private final Filling filling;
    private final Completion completion;
    private final Wakeups wakeups;
    private final InstantSource clock;

    /// @param glances the same books, read at half the price and perhaps out of date: whoever is claimed is
    /// looked at again by a dialer
    public Dispatcher(Books books, Books glances, DialLine line, Concluder concluder, Completion completion) {
        this.books = books;
        this.healer = new Healer(books.enrollments(), concluder, line.clock());
        this.allotment = new Allotment(glances.workspaces(), line);
        this.filling = new Filling(books, glances, line, allotment);
        this.policyOf = new Remembered<>(POLICY_HOLDS, MOST_WORKSPACES, line.clock());
        this.policies = glances.policies();
        this.groupsOpen = new OpenGroups(line.law(), line.timing().ringing());
        this.groups = glances.groups();
        this.completion = completion;
        this.wakeups = line.wakeups();
        this.clock = line.clock();
    }

    /// Looks after the campaign, unless somebody does already: then that one goes round again. `sweep` looks at
    /// every lane, otherwise only at those which had contacts last time.
    public void dispatch(CampaignRef ref, boolean sweep) {
        Instant now = clock.instant();
        books.campaigns().takeTurn(ref, now, now.plus(Timing.TURN), sweep).ifPresent(this::work);
    }

    private void work(Turn first) {
        Optional<Turn> turn = Optional.of(first);
        for (int round = 0; round < MOST_ROUNDS && turn.isPresent(); round++) {
            turn = books.campaigns().endTurn(turn.get(), pass(turn.get()));
        }
        turn.ifPresent(this::passOn);
    }

    /// Gives the turn to another at once: slots that come free would stay empty while nobody works.
    private void passOn(Turn turn) {
        Optional<Turn> kept = Optional.of(turn);
        for (int round = 0; round < MOST_ROUNDS && kept.isPresent(); round++) {
            kept = books.campaigns().endTurn(kept.get(), turn.livelyLanes());
        }
        wakeups.look(turn.campaign().ref(), kept.isEmpty() ? Duration.ZERO : Timing.TURN);
    }

    /// One look at the campaign; answers the keys of the lanes that may still have contacts.
    private Set<String> pass(Turn turn) {
        Campaign campaign = turn.campaign();
        healer.heal(campaign.ref().id());
        if (!(campaign instanceof Campaign.Active active)) {
            if (allotment.activeCalls(campaign) == 0) books.campaigns().retire(campaign.ref());
            return Set.of();
        }
        Instant now = clock.instant();
        if (active.settings().hasEnded(now)) {
            books.campaigns().change(active, active.complete());
            return Set.of();
        }
        Policy policy = policyOf.of(campaign.ref().workspace(), policies::of);
        if (policy.stop().isPresent() || !active.settings().hasBegun(now)) return turn.livelyLanes();
        return pass(turn, active, groupsOpen.at(now, active.settings(), policy.switches()));
    }

    private Set<String> pass(Turn turn, Campaign.Active campaign, Openings openings) {
        List<Lane> all = lanes(turn);
        List<Lane> open =
                all.stream().filter(lane -> openings.isOpen(lane.group())).toList();
        boolean nobodyYet = turn.sweep() && all.isEmpty();
        if (!begin(campaign, !open.isEmpty() || nobodyYet)) return turn.livelyLanes();
        Set<String> lively = new HashSet<>(turn.livelyLanes());
        open.forEach(lane -> lively.remove(lane.key()));
        lively.addAll(filling.fill(campaign, open, openings, turn));
        if (turn.sweep()) completion.completeIfDone(campaign);
        return lively;
    }

    /// False where the campaign changed under us; the next pass sees it as it is.
    private boolean begin(Campaign.Active campaign, boolean open) {
        Campaign.Active begun = campaign.beginAt(clock.instant(), open);
        return begun.equals(campaign) || books.campaigns().change(campaign, begun);
    }

    /// The lanes to look at, urgent ones first.
    private List<Lane> lanes(Turn turn) {
        Stream<Lane> lanes = turn.sweep()
                ? groups.of(turn.campaign().ref().id()).stream()
                        .map(CallingGroup::lanes)
                        .flatMap(List::stream)
                : turn.livelyLanes().stream().map(Lane::parse);
        return lanes.sorted(Lane.BY_URGENCY).toList();
    }

    static Scope scopeOf(Campaign campaign) {
        return Scope.campaign(campaign.ref().id());
    }
}
