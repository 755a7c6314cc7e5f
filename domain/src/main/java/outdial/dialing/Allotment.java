package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import outdial.campaign.Campaign;
import outdial.enrollment.Enrollments.SlotLimit;
import outdial.enrollment.Scope;
import outdial.phone.PhoneNumber;
import outdial.workspace.Workspaces;

/// How many calls a campaign may start now, and from which number: the smallest of what its scopes have free, and
/// no more than the pace lets start before the next tick.
final class Allotment {
    /// Enrollments in one transaction, which takes 100 items: these, and the slots.
    static final int MOST_AT_ONCE = 90;

    private final Workspaces workspaces;
    private final DialLine line;

    Allotment(Workspaces workspaces, DialLine line) {
        this.workspaces = workspaces;
        this.line = line;
    }

    /// So many calls may start, the first at `from`, each `interval` after the one before, within these limits.
    record Share(int calls, List<SlotLimit> limits, Instant from, Duration interval) {
        List<Scope> scopes() {
            return limits.stream().map(SlotLimit::scope).toList();
        }
    }

    int activeCalls(Campaign campaign) {
        Scope scope = Dispatcher.scopeOf(campaign);
        return line.slots().of(List.of(scope)).stream()
                .mapToInt(Slots.Use::active)
                .sum();
    }

    /// What a campaign may claim for which `claimed` calls are to start already; empty where nothing may start.
    Optional<Share> of(Campaign campaign, int claimed) {
        return campaign.settings().callerNumbers().stream()
                .flatMap(phone -> workspaces.callerNumber(campaign.ref().workspace(), phone).stream())
                .flatMap(number -> line
                        .carriers()
                        .find(number.carrier())
                        .map(terms -> through(campaign, number.phone(), terms, claimed))
                        .stream())
                .max(Comparator.comparingInt(Share::calls))
                .filter(share -> share.calls() > 0);
    }

    private Share through(Campaign campaign, PhoneNumber number, CarrierTerms terms, int claimed) {
        List<Scope> scopes = List.of(
                Dispatcher.scopeOf(campaign), Scope.callerNumber(campaign.ref().workspace(), number), terms.scope());
        List<Slots.Use> uses = uses(scopes, terms);
        int free = uses.size() < scopes.size()
                ? 0
                : uses.stream().mapToInt(Slots.Use::free).min().orElse(0);
        List<SlotLimit> limits = uses.stream()
                .map(use -> new SlotLimit(use.scope(), use.limit()))
                .toList();
        Duration interval = Pacing.interval(campaign.settings(), terms);
        Instant from = Pacing.next(line, terms, campaign).plus(interval.multipliedBy(claimed));
        int startable = Pacing.startsBefore(line.clock().instant().plus(Timing.HORIZON), from, interval);
        return new Share(Math.min(Math.min(free, startable), MOST_AT_ONCE), limits, from, interval);
    }

    /// What the scopes have free, after the carrier's limit was brought to what this deployment is told to keep.
    private List<Slots.Use> uses(List<Scope> scopes, CarrierTerms terms) {
        List<Slots.Use> uses = line.slots().of(scopes);
        boolean upToDate =
                uses.stream().anyMatch(use -> use.scope().equals(terms.scope()) && use.limit() == terms.concurrency());
        if (upToDate) return uses;
        line.slots().limit(terms.scope(), terms.concurrency());
        return line.slots().of(scopes);
    }
}
