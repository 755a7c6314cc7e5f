package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns.Turn;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Enrollments.Due;
import outdial.enrollment.Lane;
import outdial.enrollment.Scope;

/// Fills a campaign's free slots with contacts that are due: heals what got stuck, looks at the open lanes,
/// claims as many as the limits and the pace let start within a minute, and orders the dialers to call them.
/// One runs per campaign at a time; all of it may be repeated, and what is lost half-way heals by its lease.
public final class Dispatcher {
    /// Rounds for those who asked in the meantime; a later one asks again.
    private static final int MOST_ROUNDS = 5;

    /// Read beyond the free slots, because some of those due cannot be called.
    private static final int SPARE = 10;

    /// A claim is not begun when less than this is left of the turn.
    private static final Duration ONE_CLAIM = Duration.ofSeconds(5);

    /// The index shows contacts that were claimed a moment ago, and hides those behind them.
    private static final Duration INDEX_LAG = Duration.ofSeconds(1);

    private final Books books;
    private final Healer healer;
    private final Allotment allotment;
    private final Claims claims;
    private final Completion completion;
    private final Wakeups wakeups;
    private final Timing timing;
    private final InstantSource clock;

    public Dispatcher(Books books, DialLine line, Concluder concluder, Completion completion) {
        this.books = books;
        this.healer = new Healer(books.enrollments(), concluder, line.clock());
        this.allotment = new Allotment(books.workspaces(), line);
        this.claims = new Claims(books, line);
        this.completion = completion;
        this.wakeups = line.wakeups();
        this.timing = line.timing();
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
        turn.ifPresent(this::handOver);
    }

    /// Gives the turn to another at once: slots that come free would stay empty while nobody works.
    private void handOver(Turn turn) {
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
        boolean open = isOpen(active, now);
        Set<String> lively = open && begin(active, now) ? fill(turn, active) : turn.livelyLanes();
        if (turn.sweep() && (lively.isEmpty() || !open)) completion.completeIfDone(active);
        return lively;
    }

    private boolean isOpen(Campaign.Active campaign, Instant now) {
        return campaign.settings().hasBegun(now)
                && campaign.settings()
                        .window()
                        .filter(window -> window.in(List.of()).isOpen(now, timing.ringing()))
                        .isPresent();
    }

    /// False where the campaign changed under us; the next pass sees it as it is.
    private boolean begin(Campaign.Active campaign, Instant now) {
        Campaign.Active begun = campaign.beginAt(now, true);
        return begun.equals(campaign) || books.campaigns().change(campaign, begun);
    }

    private Set<String> fill(Turn turn, Campaign.Active campaign) {
        List<Lane> lanes = lanes(turn);
        int claimed = 0;
        while (!lanes.isEmpty() && clock.instant().plus(ONE_CLAIM).isBefore(turn.until())) {
            Optional<Allotment.Share> share = allotment.of(campaign, claimed);
            if (share.isEmpty()) break;
            int wanted = share.get().calls() + SPARE;
            Due due = books.enrollments().due(campaign.ref().id(), lanes, clock.instant(), wanted);
            Claims.Result result = claims.claim(campaign, share.get(), due.contacts());
            // Exhausted in the index is not empty yet: some were read that found no slot.
            lanes = lanes.stream()
                    .filter(lane ->
                            !due.exhausted().contains(lane) || result.left().contains(lane))
                    .toList();
            claimed += result.claimed();
            if (!result.changedAnything()) {
                if (!lanes.isEmpty()) wakeups.look(campaign.ref(), INDEX_LAG);
                break;
            }
        }
        return lanes.stream().map(Lane::key).collect(Collectors.toUnmodifiableSet());
    }

    /// The lanes to look at, urgent ones first.
    private List<Lane> lanes(Turn turn) {
        Set<String> lively = turn.livelyLanes();
        if (!turn.sweep()) return byUrgency(lively.stream().map(Lane::parse).toList());
        return byUrgency(books.groups().of(turn.campaign().ref().id()).stream()
                .map(CallingGroup::lanes)
                .flatMap(List::stream)
                .toList());
    }

    private static List<Lane> byUrgency(List<Lane> lanes) {
        return lanes.stream()
                .sorted(java.util.Comparator.comparing((Lane lane) -> !lane.isUrgent())
                        .thenComparing(Lane::key))
                .toList();
    }

    static Scope scopeOf(Campaign campaign) {
        return Scope.campaign(campaign.ref().id());
    }
}
