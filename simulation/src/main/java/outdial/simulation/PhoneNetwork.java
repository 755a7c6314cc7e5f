package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Ended;
import outdial.call.Outcome;
import outdial.dialing.CallRecords;
import outdial.dialing.Carrier;
import outdial.dialing.CarrierTerms;
import outdial.dialing.Carriers;
import outdial.enrollment.Scope;
import outdial.phone.PhoneNumber;
import outdial.simulation.Faults.Kind;

/// The telephone network: places calls, has people answer or not, and keeps the ledger of what really took
/// place. It objects to calls that must not be. Its carriers know what became of each call, where they keep
/// records.
final class PhoneNetwork implements Carrier, CallRecords {
    private static final Duration SLOW_REPLY = Duration.ofSeconds(8);
    private static final Duration TIME_TO_SAY_STOP = Duration.ofSeconds(4);

    private final Schedule schedule;
    private final Troubles troubles;
    private final PlacingRules rules;
    private final OwnBooks own;
    private final Lines lines;
    private final Ledger ledger;
    private final Map<PhoneNumber, Attempt> busy = new HashMap<>();
    private final Map<Scope, Integer> active = new HashMap<>();
    private final Map<AttemptId, Ended> records = new HashMap<>();
    private Listener listener = Listener.NONE;
    private long calls;
    private long retries;
    private int mostAtOnce;

    PhoneNetwork(Schedule schedule, Troubles troubles, PlacingRules rules, OwnBooks own, Lines lines, Ledger ledger) {
        this.schedule = schedule;
        this.troubles = troubles;
        this.rules = rules;
        this.own = own;
        this.lines = lines;
        this.ledger = ledger;
    }

    /// What its carriers bear, when they fail, and whether they keep records.
    record Lines(Carriers carriers, Outages outages, boolean keepRecords) {}

    /// Hears what happens in calls.
    interface Listener {
        Listener NONE = new Listener() {
            @Override
            public void saidStop(Attempt attempt, Instant at) {}

            @Override
            public void ended(Attempt attempt, Ended report) {}
        };

        void saidStop(Attempt attempt, Instant at);

        void ended(Attempt attempt, Ended report);
    }

    void tell(Listener one) {
        listener = one;
    }

    long calls() {
        return calls;
    }

    long retries() {
        return retries;
    }

    int mostAtOnce() {
        return mostAtOnce;
    }

    @Override
    public Placement place(Attempt attempt) {
        rules.check(attempt);
        Optional<Placement> outage = lines.outages().of(attempt.route().carrier());
        if (outage.isPresent()) {
            own.carriers().failed(attempt, 2 * terms(attempt).concurrency());
            return outage.get();
        }
        Optional<Placement> refusal = refusal();
        if (refusal.orElse(null) instanceof Placement.BadDestination) own.past().refused(attempt.id());
        if (refusal.isPresent()) return refusal.get();
        begin(attempt, callee(attempt.route().to()));
        if (troubles.strike(Kind.CARRIER, 0.02)) schedule.pause(troubles.upTo(SLOW_REPLY));
        return troubles.strike(Kind.CARRIER, 0.02)
                ? new Placement.Unknown("time-out, placed")
                : new Placement.Placed(nameOf(attempt));
    }

    private Callee callee(PhoneNumber phone) {
        return troubles.has(Kind.CARRIER) && Networks.keepFailingOn(phone)
                ? Callee.OUT_OF_REACH
                : Callee.of(troubles.dice());
    }

    private Optional<Placement> refusal() {
        if (troubles.strike(Kind.CARRIER, 0.03)) return Optional.of(new Placement.Throttled("429"));
        if (troubles.strike(Kind.CARRIER, 0.01)) return Optional.of(new Placement.BadDestination("not a number"));
        if (troubles.strike(Kind.CARRIER, 0.005)) return Optional.of(new Placement.OurFault("AccessDenied"));
        if (troubles.strike(Kind.CARRIER, 0.02)) return Optional.of(new Placement.Unknown("time-out, not placed"));
        return Optional.empty();
    }

    /// Its records of a call that goes on say nothing yet.
    @Override
    public Finding of(Attempt attempt) {
        if (!lines.keepRecords()) return new Finding.Nothing();
        if (troubles.strike(Kind.REPORTS, 0.3)) return new Finding.NotNow();
        return Optional.ofNullable(records.get(attempt.id()))
                .<Finding>map(report ->
                        report.endedAt().isAfter(schedule.now()) ? new Finding.NotNow() : new Finding.Over(report))
                .orElseGet(Finding.Nothing::new);
    }

    private CarrierTerms terms(Attempt attempt) {
        return lines.carriers().find(attempt.route().carrier()).orElseThrow();
    }

    private void begin(Attempt attempt, Callee callee) {
        Attempt other = busy.putIfAbsent(attempt.route().to(), attempt);
        if (other != null)
            throw new Violation("no number is in two calls at once", attempt.id(), other.id(), attempt.contact());
        Instant now = schedule.now();
        Instant rangUntil = now.plus(callee.ringing());
        Optional<Instant> answeredAt = callee.talk().map(_ -> rangUntil);
        Instant until = rangUntil.plus(callee.talk().orElse(Duration.ZERO));
        if (callee.fate().mayHaveRung()) rules.checkRings(attempt, rangUntil);
        calls++;
        own.frequency().called(attempt.route().to(), now);
        own.past().took(attempt, callee.fate(), now, until);
        own.carriers().begins(attempt, terms(attempt));
        if (attempt.number() > 1) retries++;
        ledger.add(attempt, now, answeredAt, until);
        own.dials().call(attempt.id(), until);
        scopes(attempt).forEach(scope -> takes(scope, attempt));
        if (callee.fate() == Fate.SAID_STOP)
            schedule.at(
                    rangUntil.plus(TIME_TO_SAY_STOP),
                    worker(attempt),
                    () -> listener.saidStop(attempt, schedule.now()));
        Ended report = report(attempt, callee, answeredAt, until);
        if (lines.keepRecords()) records.put(attempt.id(), report);
        schedule.at(until, Actor.NOBODY, () -> hangUp(attempt, report));
    }

    /// Every call that is on has a slot in each of its scopes.
    private void takes(Scope scope, Attempt attempt) {
        int calls = active.merge(scope, 1, Integer::sum);
        mostAtOnce = Math.max(mostAtOnce, calls);
        int held = own.holdings().of(scope);
        if (calls > held)
            throw new Violation(
                    calls + " calls go on in " + scope + ", where " + held + " are held", attempt.id(), scope);
    }

    private Actor worker(Attempt attempt) {
        return new Actor("call flow " + attempt.contact(), troubles.skew(), Instant.MAX);
    }

    private void hangUp(Attempt attempt, Ended report) {
        busy.remove(attempt.route().to());
        scopes(attempt).forEach(scope -> active.merge(scope, -1, Integer::sum));
        own.carriers().ends(attempt);
        own.dials().hungUp(attempt.id());
        listener.ended(attempt, report);
    }

    private static List<Scope> scopes(Attempt attempt) {
        return List.of(
                Scope.campaign(attempt.campaign().id()),
                Scope.callerNumber(
                        attempt.campaign().workspace(), attempt.route().from()),
                Scope.carrier(attempt.route().carrier()));
    }

    private static Ended report(Attempt attempt, Callee callee, Optional<Instant> answeredAt, Instant until) {
        Optional<Outcome> result = callee.result();
        return new Ended(
                attempt.id(),
                attempt.campaign(),
                attempt.contact(),
                nameOf(attempt),
                callee.sipCode(),
                answeredAt,
                until,
                result);
    }

    private static String nameOf(Attempt attempt) {
        return "call-of-" + attempt.id();
    }
}
