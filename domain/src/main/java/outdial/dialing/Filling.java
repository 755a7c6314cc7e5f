package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns.Turn;
import outdial.campaign.ExecutionMode;
import outdial.dialing.Allotment.Share;
import outdial.enrollment.Enrollment.Waiting;
import outdial.enrollment.Enrollments.Due;
import outdial.enrollment.Lane;
import outdial.enrollment.Scope;

/// Claims contacts of a campaign's open lanes for its free slots, until the slots or the contacts are used up.
final class Filling {
    /// Read beyond the free slots, to know whether somebody is left.
    private static final int SPARE = 1;

    /// Those whom nobody released wait among those who were: read beyond them too.
    private static final int SPARE_UNRELEASED = 500;

    /// A claim is not begun when less than this is left of the turn.
    private static final Duration ONE_CLAIM = Duration.ofSeconds(5);

    /// The index shows contacts that were claimed a moment ago, and hides those behind them.
    private static final Duration INDEX_LAG = Duration.ofSeconds(1);

    private final Books books;
    private final DialLine line;
    private final Allotment allotment;
    private final Claims claims;

    Filling(Books books, Books glances, DialLine line, Allotment allotment) {
        this.books = books;
        this.line = line;
        this.allotment = allotment;
        this.claims = new Claims(books, glances, line);
    }

    /// Answers the keys of the lanes that may still have contacts.
    Set<String> fill(Campaign.Active campaign, List<Lane> open, Openings openings, Turn turn) {
        List<Lane> lanes = candidates(campaign, open, turn.sweep());
        Optional<Share> share = lanes.isEmpty() ? Optional.empty() : allotment.of(campaign, 0);
        int claimed = 0;
        boolean changed = true;
        while (changed && !lanes.isEmpty() && hasCalls(share) && isInTime(turn.until())) {
            Round round = round(campaign, lanes, share.get(), openings);
            lanes = round.lanes();
            claimed += round.claimed();
            changed = round.changed();
            share = lanes.isEmpty() ? share : allotment.after(share.get(), round.claimed(), campaign, claimed);
        }
        if (!changed && !lanes.isEmpty()) line.wakeups().look(campaign.ref(), INDEX_LAG);
        share(campaign, share, claimed > 0, !lanes.isEmpty());
        return lanes.stream().map(Lane::key).collect(Collectors.toUnmodifiableSet());
    }

    /// A sweep that finds nobody in the lanes reads nothing else.
    private List<Lane> candidates(Campaign campaign, List<Lane> open, boolean sweep) {
        if (!isReleased(campaign)) return List.of();
        if (!sweep) return open;
        Due first =
                books.enrollments().due(campaign.ref().id(), open, line.clock().instant(), 1);
        return open.stream().filter(lane -> !first.exhausted().contains(lane)).toList();
    }

    private static boolean hasCalls(Optional<Share> share) {
        return share.filter(found -> found.calls() > 0).isPresent();
    }

    private boolean isInTime(Instant until) {
        return line.clock().instant().plus(ONE_CLAIM).isBefore(until);
    }

    private static boolean isReleased(Campaign campaign) {
        return campaign.settings().mode() != ExecutionMode.MANUAL
                || campaign.details().releasedAt().isPresent();
    }

    /// The lanes that are left, how many contacts were claimed, and whether anything changed.
    private record Round(List<Lane> lanes, int claimed, boolean changed) {}

    private Round round(Campaign.Active campaign, List<Lane> lanes, Share share, Openings openings) {
        Due due = books.enrollments()
                .due(campaign.ref().id(), lanes, line.clock().instant(), share.calls() + spare(campaign));
        List<Waiting> released = due.contacts().stream()
                .filter(waiting -> campaign.details().releases(waiting.who().since()))
                .toList();
        if (share.probe() && !released.isEmpty() && !takeProbe(share)) return new Round(lanes, 0, false);
        Claims.Result result = claims.claim(campaign, share, released, openings);
        // Exhausted in the index is not empty yet: some were read that found no slot.
        Set<Lane> done = new HashSet<>(due.exhausted());
        if (released.isEmpty()) due.contacts().forEach(waiting -> done.add(waiting.lane()));
        done.removeAll(result.left());
        List<Lane> left = new ArrayList<>(lanes);
        left.removeAll(done);
        return new Round(left, result.claimed(), result.changedAnything());
    }

    private static int spare(Campaign campaign) {
        return campaign.settings().mode() == ExecutionMode.MANUAL ? SPARE_UNRELEASED : SPARE;
    }

    /// One call only finds out whether the carrier works again; false where another campaign sends it.
    private boolean takeProbe(Share share) {
        String carrier = Scope.carrierIn(share.scopes());
        return line.circuits().of(carrier) instanceof Circuit.Open open
                && line.circuits().change(carrier, open, open.tried(line.clock().instant()));
    }

    /// Says at each scope that others use too whether this campaign waits for it, and wakes the one that has waited
    /// longest where slots are left that this one must not take.
    private void share(Campaign campaign, Optional<Share> share, boolean served, boolean wantsMore) {
        if (share.isEmpty()) return;
        Slots.Use own = share.get().uses().getFirst();
        Instant now = line.clock().instant();
        for (Slots.Use use : share.get().shared()) {
            Optional<CampaignRef> next = FairShare.next(use, campaign.ref(), now);
            boolean waits = wantsMore && own.free() > 0 && FairShare.of(use, campaign.ref(), own.active(), now) == 0;
            if (!waits) leave(use, campaign.ref());
            else if (next.isPresent() || !FairShare.isMarked(use, campaign.ref(), now))
                line.slots().await(use.scope(), campaign.ref(), FairShare.mark(use, campaign.ref(), served, now));
            if (use.free() > 0) next.ifPresent(line.wakeups()::slotFreed);
        }
    }

    private void leave(Slots.Use use, CampaignRef campaign) {
        if (use.waiting().containsKey(campaign)) line.slots().leave(use.scope(), campaign);
    }
}
