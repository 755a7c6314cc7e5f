package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.campaign.Campaign;
import outdial.enrollment.Enrollments.SlotLimit;
import outdial.enrollment.Scope;
import outdial.phone.PhoneNumber;
import outdial.workspace.CallerNumber;
import outdial.workspace.WorkspaceId;
import outdial.workspace.Workspaces;

/// How many calls a campaign may start now, and from which number: the smallest of what its scopes have free
/// for it, no more than the pace lets start before the next tick, and no more than its carrier's circuit
/// admits.
final class Allotment {
    /// Enrollments in one transaction, which takes 100 items: these, and the slots.
    static final int MOST_AT_ONCE = 90;

    /// The campaign and its number.
    private static final int OWN_SCOPES = 2;

    /// A number that is changed counts from so much later on.
    private static final Duration NUMBER_HOLDS = Duration.ofSeconds(5);

    private static final int MOST_NUMBERS = 1_000;

    private final Workspaces workspaces;
    private final DialLine line;
    private final Remembered<Line, Optional<CallerNumber>> numberOf;

    private record Line(WorkspaceId workspace, PhoneNumber phone) {}

    Allotment(Workspaces workspaces, DialLine line) {
        this.workspaces = workspaces;
        this.line = line;
        this.numberOf = new Remembered<>(NUMBER_HOLDS, MOST_NUMBERS, line.clock());
    }

    /// So many calls may start, the first at `from`, each `interval` after the one before, within the limits of
    /// the scopes in `uses`, of which the first is the campaign's own. With `probe` the one call finds out
    /// whether the carrier works again.
    record Share(int calls, List<Slots.Use> uses, Instant from, Duration interval, boolean probe) {
        List<Scope> scopes() {
            return uses.stream().map(Slots.Use::scope).toList();
        }

        List<SlotLimit> limits() {
            return uses.stream()
                    .map(use -> new SlotLimit(use.scope(), use.limit()))
                    .toList();
        }

        /// What is left of it when so many of its calls are claimed.
        Share less(int claimed) {
            List<Slots.Use> left =
                    uses.stream().map(use -> use.with(use.active() + claimed)).toList();
            return new Share(calls - claimed, left, from.plus(interval.multipliedBy(claimed)), interval, probe);
        }

        /// Those that other campaigns use too.
        List<Slots.Use> shared() {
            return uses.subList(1, uses.size());
        }
    }

    int activeCalls(Campaign campaign) {
        Scope scope = Dispatcher.scopeOf(campaign);
        return line.slots().of(List.of(scope)).stream()
                .mapToInt(Slots.Use::active)
                .sum();
    }

    /// What a campaign may claim for which `claimed` calls are to start already, from the caller number that
    /// may place the most; empty where the campaign has no number with a carrier.
    Optional<Share> of(Campaign campaign, int claimed) {
        return campaign.settings().callerNumbers().stream()
                .map(phone -> new Line(campaign.ref().workspace(), phone))
                .flatMap(number -> numberOf.of(number, this::find).stream())
                .flatMap(number -> line
                        .carriers()
                        .find(number.carrier())
                        .flatMap(terms -> through(campaign, number, terms, new Since(claimed, 0)))
                        .stream())
                .max(Comparator.comparingInt(Share::calls));
    }

    /// What a campaign may claim in place of a call of its own that is over, as if its slots were free, and on the
    /// same ones; empty where these are not used again, or a call used some of them up, such as a day's.
    Optional<Share> inPlaceOf(List<Scope> ended, Campaign campaign) {
        PhoneNumber phone = Scope.callerNumberIn(ended);
        boolean usedUp = ended.stream().anyMatch(Scope::countsStarts);
        if (usedUp || !campaign.settings().callerNumbers().contains(phone)) return Optional.empty();
        return numberOf.of(new Line(campaign.ref().workspace(), phone), this::find)
                .flatMap(number -> line.carriers()
                        .find(number.carrier())
                        .flatMap(terms -> through(campaign, number, terms, new Since(0, 1))))
                .filter(share -> share.calls() > 0 && !share.probe())
                .filter(share -> share.scopes().equals(ended))
                .filter(share -> share.uses().stream().noneMatch(this::isRecounted));
    }

    private boolean isRecounted(Slots.Use use) {
        return line.clock().instant().isBefore(use.recountUntil());
    }

    /// What is not seen yet: calls that are to start, and calls that are over.
    private record Since(int claimed, int ended) {}

    private Optional<CallerNumber> find(Line number) {
        return workspaces.callerNumber(number.workspace(), number.phone());
    }

    /// What a campaign may claim after a round in which it claimed `now` of its share: the rest of it. Asked for
    /// anew where there may be more than the share had, at another number or beyond what one transaction takes.
    Optional<Share> after(Share share, int now, Campaign campaign, int claimed) {
        boolean more = share.calls() == MOST_AT_ONCE
                || campaign.settings().callerNumbers().size() > 1;
        return more ? of(campaign, claimed) : Optional.of(share.less(now));
    }

    private Optional<Share> through(Campaign campaign, CallerNumber number, CarrierTerms terms, Since since) {
        Instant now = line.clock().instant();
        List<SlotLimit> told = told(campaign, number, terms, now);
        List<Slots.Use> uses = uses(campaign, number, told).stream()
                .map(use -> use.with(use.active() - since.ended()))
                .toList();
        if (uses.size() < OWN_SCOPES + told.size()) return Optional.empty();
        int held = uses.getFirst().active();
        int free = uses.stream()
                .skip(1)
                .mapToInt(use -> FairShare.of(use, campaign.ref(), held, now))
                .reduce(uses.getFirst().free(), Math::min);
        Circuit circuit = line.circuits().of(terms.name());
        Duration interval = Pacing.interval(campaign.settings(), terms);
        Instant from = Pacing.next(line, terms, campaign).plus(interval.multipliedBy(since.claimed()));
        int startable = Pacing.startsBefore(now.plus(Timing.HORIZON), from, interval);
        int calls = circuit.admit(Math.min(Math.min(free, startable), MOST_AT_ONCE), now);
        return Optional.of(new Share(calls, uses, from, interval, circuit instanceof Circuit.Open));
    }

    /// The limits that are set elsewhere than on their scopes: in this deployment's parameters, and for each
    /// day anew.
    private static List<SlotLimit> told(Campaign campaign, CallerNumber number, CarrierTerms terms, Instant now) {
        List<SlotLimit> told = new ArrayList<>(List.of(new SlotLimit(terms.scope(), terms.concurrency())));
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        number.dailyLimit()
                .ifPresent(limit ->
                        told.add(new SlotLimit(Scope.day(campaign.ref().workspace(), number.phone(), today), limit)));
        return told;
    }

    /// What the scopes have free, the campaign's first, after each limit was brought to what it is told to be.
    private List<Slots.Use> uses(Campaign campaign, CallerNumber number, List<SlotLimit> told) {
        List<Scope> scopes = Stream.concat(
                        Stream.of(
                                Dispatcher.scopeOf(campaign),
                                Scope.callerNumber(campaign.ref().workspace(), number.phone())),
                        told.stream().map(SlotLimit::scope))
                .toList();
        List<Slots.Use> uses = line.slots().of(scopes);
        List<SlotLimit> wrong = told.stream()
                .filter(limit -> uses.stream().noneMatch(use -> limit.equals(new SlotLimit(use.scope(), use.limit()))))
                .toList();
        if (wrong.isEmpty()) return uses;
        wrong.forEach(limit -> line.slots().limit(limit.scope(), limit.limit()));
        return line.slots().of(scopes);
    }
}
