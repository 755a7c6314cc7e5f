package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import outdial.call.Attempt;
import outdial.campaign.Settings;
import outdial.dialing.CarrierTerms;
import outdial.dialing.Carriers;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Scope;

/// What must hold at the moment in which the carrier is asked for a call. What was looked at and then changed
/// under a dialer that is on its way is forgiven for as long as a look holds.
final class PlacingRules {
    /// From the dialer's look, or the promised start, to the carrier's ear: a look holds for 2 s, and the
    /// request takes [Meddler#SLOW_CARRIER] at most.
    static final Duration ON_ITS_WAY = Duration.ofSeconds(2).plus(Meddler.SLOW_CARRIER);

    private final Schedule schedule;
    private final OwnBooks own;
    private final Carriers carriers;
    private final Duration mostSkew;
    private final Starts starts = new Starts();

    PlacingRules(Schedule schedule, OwnBooks own, Carriers carriers, Duration mostSkew) {
        this.schedule = schedule;
        this.own = own;
        this.carriers = carriers;
        this.mostSkew = mostSkew;
    }

    void check(Attempt attempt) {
        if (!own.dials().ask(attempt.id())) throw broken("an attempt is placed at most once", attempt);
        Dials.Dialled dialled = own.dials()
                .of(attempt)
                .orElseThrow(() -> broken("an attempt is on record before it is placed", attempt));
        checkStop(dialled);
        checkDecided(dialled.attempt());
        checkEmergency(attempt);
        checkCampaign(attempt);
        checkDates(attempt);
        checkHours(dialled);
        checkFrequency(dialled);
        checkPace(attempt);
        own.carriers().checkAsked(attempt);
    }

    private void checkStop(Dials.Dialled dialled) {
        Attempt attempt = dialled.attempt();
        own.stops()
                .of(attempt.campaign().workspace(), attempt.route().to())
                .filter(since -> since.effect() < dialled.effect() || isOld(since.at()))
                .ifPresent(since -> {
                    throw broken("nobody on the do-not-call list is called, and this one is since " + since, attempt);
                });
    }

    private void checkDecided(Attempt attempt) {
        EnrollmentId contact = PastCalls.idOf(attempt);
        if (own.people().isDisabled(contact)) throw broken("nobody who is disabled is called", attempt);
        if (own.people().isSkipped(contact)) throw broken("nobody who was skipped is called", attempt);
    }

    private void checkEmergency(Attempt attempt) {
        long seen = schedule.current().policyReadAt();
        own.policies().stops().stream()
                .filter(stopped -> stopped.effect() < seen || isOld(stopped.at()))
                .findFirst()
                .ifPresent(stopped -> {
                    throw broken("nobody is called in an emergency stop, and it is one since " + stopped, attempt);
                });
    }

    private void checkFrequency(Dials.Dialled dialled) {
        own.law()
                .tooOften(dialled.callee(), own.frequency(), schedule.now(), dialled.effect())
                .ifPresent(rule -> {
                    throw broken("nobody is called more often than " + rule.id() + " allows", dialled.attempt());
                });
    }

    private void checkCampaign(Attempt attempt) {
        long seen = schedule.current().campaignReadAt();
        own.campaigns()
                .stopped(attempt.campaign())
                .filter(stopped -> stopped.effect() < seen || isOld(stopped.at()))
                .ifPresent(stopped -> {
                    throw broken("only a campaign that runs calls, and this one does not since " + stopped, attempt);
                });
    }

    private void checkDates(Attempt attempt) {
        Instant now = schedule.now();
        boolean inTime = recent(attempt)
                .anyMatch(settings -> settings.hasBegun(now.plus(mostSkew))
                        && !settings.hasEnded(now.minus(mostSkew).minus(ON_ITS_WAY)));
        if (!inTime) throw broken("nobody is called before a campaign's start or after its end", attempt);
    }

    private void checkHours(Dials.Dialled dialled) {
        Instant now = schedule.now();
        if (Stream.of(now, now.plus(mostSkew)).noneMatch(at -> own.law().isOpen(dialled.callee(), now, at)))
            throw broken(
                    "nobody is called outside the hours " + own.law().clockOf(dialled.callee(), now),
                    dialled.attempt());
    }

    /// The phone must not ring past the end of the window either.
    private void checkRinging(Attempt attempt, Instant until) {
        Instant latest = until.minus(ON_ITS_WAY).minus(mostSkew);
        Dials.Dialled dialled = own.dials().of(attempt).orElseThrow();
        if (latest.isAfter(schedule.now()) && !own.law().isOpen(dialled.callee(), schedule.now(), latest))
            throw broken("no phone rings past the end of the window", attempt);
    }

    void checkRings(Attempt attempt, Instant until) {
        EnrollmentId contact = new EnrollmentId(attempt.campaign().id(), attempt.contact());
        int most = own.campaigns().mostCalls(attempt.campaign());
        int rang = own.dials().rang(contact);
        if (rang > most) throw broken("a phone rings at most " + most + " times for a campaign, not " + rang, attempt);
        checkRinging(attempt, until);
    }

    private void checkPace(Attempt attempt) {
        if (isOld(attempt.startedAt().plus(mostSkew)))
            throw broken("no call starts long after the time it was promised", attempt);
        CarrierTerms terms = carriers.find(attempt.route().carrier())
                .orElseThrow(() -> broken("nobody is called by a carrier that we do not have", attempt));
        starts.check(terms.scope(), attempt.startedAt(), terms.interval());
        Duration throttle = own.campaigns().leastThrottle(attempt.campaign());
        starts.check(Scope.campaign(attempt.campaign().id()), attempt.startedAt(), throttle);
    }

    private Stream<Settings> recent(Attempt attempt) {
        Instant then = schedule.now().minus(ON_ITS_WAY);
        List<Settings> settings = own.campaigns().runningSince(attempt.campaign(), then);
        return settings.stream();
    }

    private boolean isOld(Instant at) {
        return at.plus(ON_ITS_WAY).isBefore(schedule.now());
    }

    private Violation broken(String rule, Attempt attempt) {
        return new Violation(
                rule + " (" + schedule.now() + ", " + attempt + ")",
                attempt.id(),
                attempt.contact(),
                attempt.route().to());
    }
}
