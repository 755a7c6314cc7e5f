package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import outdial.call.Attempt;
import outdial.campaign.Campaign;
import outdial.dialing.CarrierTerms;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Scope;
import outdial.rules.Rule;

/// What must hold at the moment in which the carrier is asked for a call. What was looked at and then changed
/// under a dialer that is on its way is forgiven for as long as a look holds.
final class PlacingRules {
    /// From the dialer's look, or the promised start, to the carrier's ear: a look holds for 2 s, and the
    /// request takes [Meddler#SLOW_CARRIER] at most.
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(2).plus(Meddler.SLOW_CARRIER);

    private final Schedule schedule;
    private final Watch watch;
    private final Dials dials;
    private final CarrierTerms terms;
    private final Duration mostSkew;
    private final Lawbook lawbook;
    private final Starts starts = new Starts();

    PlacingRules(Schedule schedule, Watch watch, Dials dials, CarrierTerms terms, Duration mostSkew, Lawbook lawbook) {
        this.schedule = schedule;
        this.watch = watch;
        this.dials = dials;
        this.terms = terms;
        this.mostSkew = mostSkew;
        this.lawbook = lawbook;
    }

    void check(Attempt attempt) {
        if (!dials.ask(attempt.id())) throw broken("an attempt is placed at most once", attempt);
        Dials.Dialled dialled =
                dials.of(attempt).orElseThrow(() -> broken("an attempt is on record before it is placed", attempt));
        checkStop(dialled);
        checkDisabled(dialled);
        checkEmergency(attempt);
        checkCampaign(attempt);
        checkHours(attempt);
        checkFrequency(dialled);
        checkPace(attempt);
    }

    private void checkStop(Dials.Dialled dialled) {
        Attempt attempt = dialled.attempt();
        watch.stops()
                .of(attempt.campaign().workspace(), attempt.route().to())
                .filter(since -> since.effect() < dialled.effect() || isOld(since.at()))
                .ifPresent(since -> {
                    throw broken("nobody on the do-not-call list is called, and this one is since " + since, attempt);
                });
    }

    private void checkDisabled(Dials.Dialled dialled) {
        if (watch.isDisabled(dialled.dialing().id()))
            throw broken("nobody who is disabled is called", dialled.attempt());
    }

    private void checkEmergency(Attempt attempt) {
        long seen = schedule.current().policyReadAt();
        watch.emergency()
                .filter(stopped -> stopped.effect() < seen || isOld(stopped.at()))
                .ifPresent(stopped -> {
                    throw broken("nobody is called in an emergency stop, and it is one since " + stopped, attempt);
                });
    }

    private void checkFrequency(Dials.Dialled dialled) {
        Attempt attempt = dialled.attempt();
        Campaign campaign = watch.campaigns().running(attempt.campaign());
        Instant now = schedule.now();
        List<Rule> rules = lawbook.rulesOf(attempt.campaign(), attempt.contact(), campaign.settings(), now);
        watch.frequency().brokenBy(attempt.route().to(), rules, now).ifPresent(rule -> {
            throw broken("nobody is called more often than " + rule.id() + " allows", attempt);
        });
    }

    private void checkCampaign(Attempt attempt) {
        long seen = schedule.current().campaignReadAt();
        watch.campaigns()
                .stopped(attempt.campaign())
                .filter(stopped -> stopped.effect() < seen || isOld(stopped.at()))
                .ifPresent(stopped -> {
                    throw broken("only a campaign that runs calls, and this one does not since " + stopped, attempt);
                });
    }

    private void checkHours(Attempt attempt) {
        Campaign campaign = watch.campaigns().running(attempt.campaign());
        Instant now = schedule.now();
        boolean begun = campaign.settings().hasBegun(now.plus(mostSkew));
        boolean ended = campaign.settings().hasEnded(now.minus(mostSkew).minus(ON_ITS_WAY));
        if (!begun || ended) throw broken("nobody is called before a campaign's start or after its end", attempt);
        if (Stream.of(now, now.plus(mostSkew)).noneMatch(at -> isOpen(campaign, attempt, at)))
            throw broken(
                    "nobody is called outside the hours "
                            + lawbook.clockOf(attempt.campaign(), attempt.contact(), campaign.settings(), now),
                    attempt);
    }

    /// The phone must not ring past the end of the window either.
    void checkRinging(Attempt attempt, Instant until) {
        Instant latest = until.minus(ON_ITS_WAY).minus(mostSkew);
        Campaign campaign = watch.campaigns().running(attempt.campaign());
        if (latest.isAfter(schedule.now()) && !isOpen(campaign, attempt, latest))
            throw broken("no phone rings past the end of the window", attempt);
    }

    private boolean isOpen(Campaign campaign, Attempt attempt, Instant at) {
        return lawbook.clockOf(attempt.campaign(), attempt.contact(), campaign.settings(), at)
                .isOpen(at);
    }

    void checkRings(Attempt attempt) {
        EnrollmentId contact = new EnrollmentId(attempt.campaign().id(), attempt.contact());
        int most = watch.campaigns().mostCalls(attempt.campaign());
        int rang = dials.rang(contact);
        if (rang > most) throw broken("a phone rings at most " + most + " times for a campaign, not " + rang, attempt);
    }

    private void checkPace(Attempt attempt) {
        if (isOld(attempt.startedAt().plus(mostSkew)))
            throw broken("no call starts long after the time it was promised", attempt);
        starts.check(Scope.carrier(terms.name()), attempt.startedAt(), terms.interval());
        Duration throttle = watch.campaigns().leastThrottle(attempt.campaign());
        starts.check(Scope.campaign(attempt.campaign().id()), attempt.startedAt(), throttle);
    }

    private boolean isOld(Instant at) {
        return at.plus(ON_ITS_WAY).isBefore(schedule.now());
    }

    private Violation broken(String rule, Attempt attempt) {
        return new Violation(
                rule + " (" + schedule.now() + ", " + attempt + ")",
                attempt.id(),
                attempt.contact(),
                attempt.campaign().id());
    }
}
