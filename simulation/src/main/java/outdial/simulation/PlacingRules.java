package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import outdial.call.Attempt;
import outdial.campaign.Campaign;
import outdial.dialing.CarrierTerms;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Scope;

/// What must hold at the moment in which the carrier is asked for a call. What was looked at and then changed under a
/// dialer that is on its way is forgiven for a few seconds.
final class PlacingRules {
    /// From a dialer's last look to the carrier's ear: a start that is 5 s late at most, and slow requests around it.
    static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private final Schedule schedule;
    private final Watch watch;
    private final Dials dials;
    private final CarrierTerms terms;
    private final Duration mostSkew;
    private final WallClock clocks;
    private final Starts starts = new Starts();

    PlacingRules(Schedule schedule, Watch watch, Dials dials, CarrierTerms terms, Duration mostSkew, WallClock clocks) {
        this.schedule = schedule;
        this.watch = watch;
        this.dials = dials;
        this.terms = terms;
        this.mostSkew = mostSkew;
        this.clocks = clocks;
    }

    void check(Attempt attempt) {
        if (!dials.ask(attempt.id())) throw broken("an attempt is placed at most once", attempt);
        Dials.Dialled dialled =
                dials.of(attempt).orElseThrow(() -> broken("an attempt is on record before it is placed", attempt));
        checkStop(dialled);
        checkCampaign(attempt);
        checkHours(attempt);
        checkPace(attempt);
    }

    private void checkStop(Dials.Dialled dialled) {
        Attempt attempt = dialled.attempt();
        watch.stops()
                .of(attempt.campaign().workspace(), attempt.route().to())
                .filter(since -> since.effect() < dialled.effect() || isLongAgo(since.at()))
                .ifPresent(since -> {
                    throw broken("nobody on the do-not-call list is called, and this one is since " + since, attempt);
                });
    }

    private void checkCampaign(Attempt attempt) {
        long seen = schedule.current().campaignReadAt();
        watch.campaigns()
                .stopped(attempt.campaign())
                .filter(stopped -> stopped.effect() < seen || isLongAgo(stopped.at()))
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
                    "nobody is called outside the window " + campaign.settings().window(), attempt);
    }

    /// The phone must not ring past the end of the window either.
    void checkRinging(Attempt attempt, Instant until) {
        Instant latest = until.minus(ON_ITS_WAY).minus(mostSkew);
        Campaign campaign = watch.campaigns().running(attempt.campaign());
        if (latest.isAfter(schedule.now()) && !isOpen(campaign, attempt, latest))
            throw broken("no phone rings past the end of the window", attempt);
    }

    private boolean isOpen(Campaign campaign, Attempt attempt, Instant at) {
        return campaign.settings()
                .window()
                .filter(window -> clocks.isOpen(window, attempt.route().to(), at))
                .isPresent();
    }

    void checkRings(Attempt attempt) {
        EnrollmentId contact = new EnrollmentId(attempt.campaign().id(), attempt.contact());
        int most = watch.campaigns().mostCalls(attempt.campaign());
        int rang = dials.rang(contact);
        if (rang > most) throw broken("a phone rings at most " + most + " times for a campaign, not " + rang, attempt);
    }

    private void checkPace(Attempt attempt) {
        starts.check(Scope.carrier(terms.name()), attempt.startedAt(), terms.interval());
        Duration throttle = watch.campaigns().leastThrottle(attempt.campaign());
        starts.check(Scope.campaign(attempt.campaign().id()), attempt.startedAt(), throttle);
    }

    private boolean isLongAgo(Instant at) {
        return at.plus(ON_ITS_WAY).plus(mostSkew).isBefore(schedule.now());
    }

    private Violation broken(String rule, Attempt attempt) {
        return new Violation(
                rule + " (" + schedule.now() + ", " + attempt + ")",
                attempt.id(),
                attempt.contact(),
                attempt.campaign().id());
    }
}
