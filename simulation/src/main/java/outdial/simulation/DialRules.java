package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.call.Attempt;
import outdial.campaign.CampaignRef;
import outdial.campaign.ExecutionMode;
import outdial.campaign.RetryRules;
import outdial.campaign.RetryRules.Cause;
import outdial.campaign.Settings;
import outdial.contact.Profile;
import outdial.enrollment.EnrollmentId;
import outdial.simulation.PastCalls.Past;

/// What must hold of the contact at the moment in which an attempt is written down: the last one in which the books
/// can object.
final class DialRules {
    private final Schedule schedule;
    private final People people;
    private final CampaignStates campaigns;
    private final PastCalls past;
    private final Duration mostSkew;

    DialRules(Schedule schedule, OwnBooks own, Duration mostSkew) {
        this.schedule = schedule;
        this.people = own.people();
        this.campaigns = own.campaigns();
        this.past = own.past();
        this.mostSkew = mostSkew;
    }

    /// The attempt is the `effect`-th effect.
    void check(Attempt attempt, long effect) {
        checkContact(attempt);
        checkRelease(attempt);
        checkOver(attempt, effect);
        if (past.isClear(PastCalls.idOf(attempt), effect)) {
            checkRetries(attempt);
            checkPause(attempt);
        }
    }

    private void checkContact(Attempt attempt) {
        Profile profile = people.now(attempt.contact());
        if (!profile.phone().equals(Optional.of(attempt.route().to())))
            throw broken("nobody is called at a number that is another's by now", attempt);
        if (recent(attempt.campaign()).noneMatch(settings -> Qualification.of(profile, settings.eligibility())))
            throw broken("nobody is called who is not eligible: " + profile, attempt);
    }

    /// MANUAL: somebody started all outreaches after the contact had come, and after its last call.
    private void checkRelease(Attempt attempt) {
        if (recent(attempt.campaign()).anyMatch(settings -> settings.mode() != ExecutionMode.MANUAL)) return;
        Instant since = past.of(PastCalls.idOf(attempt)).stream()
                .filter(call -> call.fate().mayHaveRung())
                .map(Past::endedAt)
                .reduce(people.since(attempt.contact()), (one, other) -> one.isAfter(other) ? one : other);
        if (campaigns.releases(attempt.campaign()).stream()
                .noneMatch(release -> !release.plus(mostSkew).isBefore(since)))
            throw broken("in a MANUAL campaign nobody is called whom nobody released since " + since, attempt);
    }

    private void checkOver(Attempt attempt, long effect) {
        for (Past call : past.of(PastCalls.idOf(attempt))) {
            if (call.fate().isLast() && past.wasHeardBefore(call, effect))
                throw broken("nobody is called again after " + call, attempt);
        }
    }

    private void checkRetries(Attempt attempt) {
        EnrollmentId contact = PastCalls.idOf(attempt);
        lastCounted(contact).ifPresent(last -> {
            Cause cause = last.fate().cause().orElseThrow();
            int calls = past.counted(contact);
            int ofThisCause = past.counted(contact, cause);
            if (retriesSince(attempt, last).noneMatch(rules -> allow(rules, cause, calls, ofThisCause)))
                throw broken(
                        "nobody is called more often than the retry rules allow, after " + calls + " calls", attempt);
        });
    }

    /// By the numbers alone: one more call, of so many that were allowed in all and after this cause.
    static boolean allow(RetryRules rules, Cause cause, int calls, int ofThisCause) {
        int most =
                rules.byCause().containsKey(cause) ? rules.byCause().get(cause).maxRetries() : rules.maxRetries();
        return calls < rules.maxRetries() + 1 && ofThisCause < most + 1;
    }

    private void checkPause(Attempt attempt) {
        List<Past> calls = past.of(PastCalls.idOf(attempt));
        if (calls.isEmpty()) return;
        Past last = calls.getLast();
        Duration shortest = retriesSince(attempt, last)
                .map(rules -> pause(rules, last.fate(), past.unrung(PastCalls.idOf(attempt))))
                .min(Duration::compareTo)
                .orElseThrow();
        if (schedule.now().plus(mostSkew).isBefore(last.endedAt().plus(shortest)))
            throw broken("nobody is called again before " + shortest + " have passed since " + last, attempt);
    }

    /// @param unrung how often in a row the network has failed
    static Duration pause(RetryRules rules, Fate fate, int unrung) {
        Cause cause = fate.cause().orElse(Cause.FAILED);
        Duration own =
                rules.byCause().containsKey(cause) ? rules.byCause().get(cause).delay() : rules.delay();
        Duration least = fate == Fate.NOT_RUNG ? Networks.pauseAfter(unrung) : Duration.ZERO;
        return own.compareTo(least) < 0 ? least : own;
    }

    private Optional<Past> lastCounted(EnrollmentId contact) {
        return past.of(contact).stream()
                .filter(call -> call.fate().mayHaveRung())
                .reduce((_, later) -> later);
    }

    private Stream<RetryRules> retriesSince(Attempt attempt, Past call) {
        return campaigns.since(attempt.campaign(), call.endedAt()).stream().map(Settings::retries);
    }

    private Stream<Settings> recent(CampaignRef campaign) {
        Instant then = schedule.now().minus(PlacingRules.ON_ITS_WAY);
        return campaigns.runningSince(campaign, then).stream();
    }

    private Violation broken(String rule, Attempt attempt) {
        return new Violation(
                rule + " (" + schedule.now() + ", " + attempt + ")",
                attempt.id(),
                attempt.contact(),
                attempt.campaign().id());
    }
}
