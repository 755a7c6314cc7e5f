package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import outdial.call.Outcome;
import outdial.campaign.RetryRules;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Lane;
import outdial.enrollment.Status;
import outdial.hours.Hours;

/// What becomes of a contact after an attempt. Pure.
final class RetryPolicy {
    /// The network failed before the phone rang: a pause even where the campaign retries at once, so that nobody
    /// hammers it.
    static final Duration AFTER_NETWORK_FAILURE = Duration.ofSeconds(30);

    /// The pause doubles with each failure in a row, up to an hour.
    private static final Duration LONGEST_AFTER_NETWORK_FAILURE = Duration.ofHours(1);

    private static final int MOST_DOUBLINGS = 7;

    /// A network that fails on a number this often in a row, over most of a day at the least, will not reach it.
    private static final int MOST_NETWORK_FAILURES = 24;

    /// One hour is passed over a day, in each zone that is an odd half hour away two.
    private static final int MOST_HOURS = 48;

    private RetryPolicy() {}

    /// `who` already counts the attempt; `lane` is where it waited for it.
    static Enrollment after(Enrolled who, Lane lane, Outcome outcome, RetryRules rules, Instant endedAt) {
        return switch (outcome.kind()) {
            case CONVERSATION -> new Enrollment.Finished(who, Status.COMPLETED);
            case OPT_OUT -> new Enrollment.Finished(who, Status.DO_NOT_CALL);
            case DEAD_NUMBER -> new Enrollment.Finished(who, Status.FAILED);
            case UNREACHED, FAILURE -> again(who, outcome, rules, endedAt);
            case NOT_RUNG -> afterNetworkFailure(who, lane, rules, endedAt);
        };
    }

    private static Enrollment afterNetworkFailure(Enrolled who, Lane lane, RetryRules rules, Instant endedAt) {
        if (who.unrung() >= MOST_NETWORK_FAILURES)
            return new Enrollment.Finished(
                    who, Status.FAILED, "the network failed " + who.unrung() + " times in a row before the phone rang");
        Duration doubled = AFTER_NETWORK_FAILURE.multipliedBy(1L << Math.clamp(who.unrung() - 1, 0, MOST_DOUBLINGS));
        Duration pause = doubled.compareTo(LONGEST_AFTER_NETWORK_FAILURE) < 0 ? doubled : LONGEST_AFTER_NETWORK_FAILURE;
        return new Enrollment.Waiting(
                who, endedAt.plus(longer(rules.delayAfter(RetryRules.Cause.FAILED), pause)), lane);
    }

    /// What a contact is for good after a call that ended like this; empty where it may be called again.
    static Optional<Status> finalAfter(Outcome outcome) {
        return switch (outcome.kind()) {
            case CONVERSATION -> Optional.of(Status.COMPLETED);
            case OPT_OUT -> Optional.of(Status.DO_NOT_CALL);
            case DEAD_NUMBER -> Optional.of(Status.FAILED);
            case UNREACHED, FAILURE, NOT_RUNG -> Optional.empty();
        };
    }

    private static Enrollment again(Enrolled who, Outcome outcome, RetryRules rules, Instant endedAt) {
        RetryRules.Cause cause = Enrolled.causeOf(outcome).orElseThrow();
        return rules.allowAnother(cause, who.attempts(), who.missed(cause))
                ? new Enrollment.Waiting(
                        who, endedAt.plus(rules.delayAfter(cause)), who.home().asUrgent())
                : new Enrollment.Finished(who, atLast(outcome));
    }

    /// What a contact is in the end who was not reached.
    static Status atLast(Outcome outcome) {
        return outcome.kind() == Outcome.Kind.UNREACHED ? Status.NO_ANSWER : Status.FAILED;
    }

    /// The first opening at `due` or later that is not in the hour of the day of the last call, on any of the
    /// clocks; empty where there is none within two days.
    static Optional<Instant> inAnotherHour(
            Instant last, Instant due, Hours hours, List<ZoneId> zones, Duration ringing) {
        Optional<Instant> opening = hours.nextOpening(due, ringing);
        for (int hour = 0; hour < MOST_HOURS && opening.isPresent(); hour++) {
            Instant candidate = opening.get();
            if (zones.stream().noneMatch(zone -> hourOf(candidate, zone) == hourOf(last, zone))) return opening;
            opening = hours.nextOpening(candidate.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS), ringing);
        }
        return Optional.empty();
    }

    private static int hourOf(Instant at, ZoneId zone) {
        return at.atZone(zone).getHour();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
