package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import outdial.call.Attempt;
import outdial.call.Closing;
import outdial.campaign.CampaignRef;
import outdial.campaign.RetryRules.Cause;
import outdial.campaign.Settings;
import outdial.contact.Profile;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Status;
import outdial.simulation.PastCalls.Past;

/// Nobody is given up without a reason, and who waits for a retry waits for the right time: what became of a
/// contact, held against what really happened.
final class FinalRules {
    /// A carrier that cannot be asked for its records for so long need not be waited for.
    private static final Duration PATIENCE = Duration.ofMinutes(9);

    private static final Set<Status> DECIDED = EnumSet.of(Status.SKIPPED, Status.DISQUALIFIED, Status.DO_NOT_CALL);

    private final Schedule schedule;
    private final People people;
    private final CampaignStates campaigns;
    private final PastCalls past;
    private final Stops stops;

    FinalRules(Schedule schedule, OwnBooks own) {
        this.schedule = schedule;
        this.people = own.people();
        this.campaigns = own.campaigns();
        this.past = own.past();
        this.stops = own.stops();
    }

    /// Without a call: moved on, refused by the dialer, taken off by somebody's wish, or corrected by a late
    /// report.
    void dropped(Enrollment from, Enrollment.Finished to) {
        Enrolled who = to.who();
        boolean deserved = switch (to.status()) {
            case DO_NOT_CALL -> stops.everStopped(who.campaign().workspace(), who.phone());
            case DISQUALIFIED -> profiles(who).anyMatch(profile -> isUnfit(profile, who.campaign()));
            case COMPLETED ->
                past.of(to.id()).stream().anyMatch(call -> call.fate() == Fate.TALKED || call.fate() == Fate.REFUSED);
            case FAILED -> isReached(to) || profiles(who).anyMatch(profile -> !isAt(profile, who));
            case NO_ANSWER -> isReached(to);
            case SKIPPED ->
                from.status() == Status.SKIPPED || schedule.current().isOperator();
            case PENDING, QUEUED, IN_PROGRESS, DISABLED -> false;
        };
        if (!deserved) throw broken("nobody ends as " + to.status() + " without a reason", to);
    }

    private boolean isUnfit(Profile profile, CampaignRef campaign) {
        return recent(campaign).anyMatch(settings -> !Qualification.of(profile, settings.eligibility()));
    }

    private static boolean isAt(Profile profile, Enrolled who) {
        return profile.phone().equals(Optional.of(who.phone()));
    }

    /// A late report corrects what was assumed of somebody who was called.
    private boolean isReached(Enrollment.Finished to) {
        return !past.of(to.id()).isEmpty();
    }

    /// What somebody decided about a contact outlives whatever is told of its calls.
    void corrected(Enrollment.Finished from, Enrollment.Finished to) {
        if (DECIDED.contains(from.status()) && from.status() != to.status())
            throw broken("what was decided of a contact stays, and this one was " + from.status(), to);
    }

    /// Whoever is known to be done is neither waiting nor on the way to a dialer, whichever call it was and however
    /// late it was told. The change is the `effect`-th effect.
    void goesOn(Enrollment to, long effect) {
        if (to instanceof Enrollment.Finished || to instanceof Enrollment.Dialing) return;
        past.of(to.id()).stream()
                .filter(call -> isDone(call, effect))
                .findFirst()
                .ifPresent(call -> {
                    throw broken("nobody waits for another call after " + call, to);
                });
    }

    /// A report was dealt with as the `effect`-th effect: who is known to have been talked to was reached.
    void heard(Enrollment left, long effect) {
        goesOn(left, effect);
        boolean talked = past.of(left.id()).stream()
                .anyMatch(call -> past.wasHeardBefore(call, effect) && deserved(call.fate()) == Status.COMPLETED);
        if (talked && (left.status() == Status.NO_ANSWER || left.status() == Status.FAILED))
            throw broken("who was talked to has not ended without that", left);
    }

    /// Only who disabled a contact, or somebody else at the console, takes it back.
    void staysHeld(Enrollment to) {
        if (!schedule.current().isOperator() && !(to instanceof Enrollment.Held || to instanceof Enrollment.Finished))
            throw broken("nobody who is disabled waits for a call", to);
    }

    private boolean isDone(Past call, long effect) {
        return call.fate().isLast() && past.wasHeardBefore(call, effect);
    }

    /// The lease ended, and nobody had told how the call did: the carrier's own records were asked before.
    void givenUp(Enrollment.Dialing from, Attempt closed) {
        boolean hasRecord = past.isOnRecord(closed.id(), schedule.now());
        if (hasRecord && schedule.now().isBefore(from.leaseEnd().plus(PATIENCE)))
            throw broken("no call is given up of which its carrier has a record", from);
    }

    /// By a call that is closed with it, in the `effect`-th effect.
    void concluded(Enrollment to, Attempt closed, long effect) {
        goesOn(to, effect);
        Closing closing = closed.closing().orElseThrow();
        if (closing.by() == Closing.By.NOT_PLACED
                && to instanceof Enrollment.Finished
                && !past.wasRefused(closed.id())
                && past.of(to.id()).stream().noneMatch(call -> call.fate().isLast()))
            throw broken("only a number that the carrier cannot call ends without a call", to);
        if (closing.by() != Closing.By.CARRIER) return;
        Past call = past.call(closed.id()).orElseThrow(() -> broken("no call ends that never was", to));
        switch (to) {
            case Enrollment.Finished end -> checkEnd(end, closed, call);
            case Enrollment.Waiting again -> checkRetry(again, closed, call);
            case Enrollment.Held _, Enrollment.Leased _ ->
                throw broken("a call that ended leaves nothing under way", to);
        }
    }

    private void checkEnd(Enrollment.Finished end, Attempt closed, Past call) {
        // An earlier call that was given up came to this end, as is known by now.
        boolean knownBefore = past.of(end.id()).stream()
                .anyMatch(other ->
                        !other.equals(call) && other.fate().isLast() && deserved(other.fate()) == end.status());
        if (knownBefore) return;
        Status deserved = deserved(call.fate());
        if (end.status() != deserved) throw broken("after " + call + " a contact is " + deserved, end);
        if (isTooLate(end, closed)) return;
        if (call.fate() == Fate.NOT_RUNG && past.unrung(end.id()) < Networks.MOST_FAILURES)
            throw broken("nobody is given up after " + past.unrung(end.id()) + " failures of the network", end);
        call.fate().cause().ifPresent(cause -> {
            EnrollmentId contact = PastCalls.idOf(closed);
            int calls = past.counted(contact);
            int ofThisCause = past.counted(contact, cause);
            if (retries(closed, call)
                    .allMatch(settings -> DialRules.allow(settings.retries(), cause, calls, ofThisCause)))
                throw broken("nobody is given up while retries are left, after " + calls + " calls", end);
        });
    }

    private static Status deserved(Fate fate) {
        return switch (fate) {
            case TALKED, REFUSED -> Status.COMPLETED;
            case SAID_STOP -> Status.DO_NOT_CALL;
            case DEAD_NUMBER, WENT_WRONG, NOT_RUNG -> Status.FAILED;
            case ANSWERED_BY_MACHINE, NOT_ANSWERED, BUSY -> Status.NO_ANSWER;
        };
    }

    /// There is no lawful hour any more.
    private boolean isTooLate(Enrollment.Finished end, Attempt closed) {
        return !end.why().isEmpty()
                && recent(closed.campaign())
                        .anyMatch(settings -> settings.endAt().isPresent()
                                || settings.retries().anotherHour());
    }

    private void checkRetry(Enrollment.Waiting again, Attempt closed, Past call) {
        if (call.fate().isLast()) throw broken("nobody waits for another call after " + call, again);
        int unrung = past.surelyUnrung(again.id());
        if (unrung >= Networks.MOST_FAILURES)
            throw broken("a number on which the network has failed " + unrung + " times is given up", again);
        Duration shortest = retries(closed, call)
                .map(settings -> DialRules.pause(settings.retries(), call.fate(), unrung))
                .min(Duration::compareTo)
                .orElseThrow();
        if (again.dueAt().isBefore(call.endedAt().plus(shortest)))
            throw broken("a retry waits " + shortest + " from the end of " + call, again);
        if (call.fate().cause().filter(cause -> cause != Cause.FAILED).isPresent()) checkHour(again, closed);
    }

    /// Where the campaign wants another hour of the day, on each clock of where the contact may be.
    private void checkHour(Enrollment.Waiting again, Attempt closed) {
        boolean wanted = recent(closed.campaign())
                .allMatch(settings -> settings.retries().anotherHour());
        // Who moved waits on the clocks of the old home until the next look.
        if (!wanted || people.wasEdited(closed.contact())) return;
        Whereabouts.of(again.who().phone(), people.now(closed.contact()))
                .map(Whereabouts::clocks)
                .orElse(List.of())
                .stream()
                .filter(zone -> closed.startedAt().atZone(zone).getHour()
                        == again.dueAt().atZone(zone).getHour())
                .findFirst()
                .ifPresent(zone -> {
                    throw broken("a retry is at another hour than " + closed.startedAt() + " in " + zone, again);
                });
    }

    private Stream<Settings> retries(Attempt closed, Past call) {
        return campaigns.since(closed.campaign(), call.endedAt()).stream();
    }

    private Stream<Settings> recent(CampaignRef campaign) {
        Instant then = schedule.now().minus(Post.LONGEST_HANDLER);
        return campaigns.since(campaign, then).stream();
    }

    private Stream<Profile> profiles(Enrolled who) {
        return people.since(who.contact(), schedule.now().minus(Post.LONGEST_HANDLER)).stream();
    }

    private Violation broken(String rule, Enrollment about) {
        return new Violation(
                rule + " (" + schedule.now() + ", " + about + ")",
                about.id().contact(),
                about.who().campaign().id());
    }
}
