package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import outdial.call.Outcome;
import outdial.campaign.RetryRules;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Lane;
import outdial.enrollment.Status;

/// What becomes of a contact after an attempt. Pure.
final class RetryPolicy {
    /// The network failed before the phone rang: a pause even where the campaign retries at once, so that nobody
    /// hammers it.
    static final Duration AFTER_NETWORK_FAILURE = Duration.ofSeconds(30);

    private RetryPolicy() {}

    /// `who` already counts the attempt; `lane` is where it waited for it.
    static Enrollment after(Enrolled who, Lane lane, Outcome outcome, RetryRules rules, Instant endedAt) {
        return switch (outcome.kind()) {
            case CONVERSATION -> new Enrollment.Finished(who, Status.COMPLETED);
            case OPT_OUT -> new Enrollment.Finished(who, Status.DO_NOT_CALL);
            case DEAD_NUMBER -> new Enrollment.Finished(who, Status.FAILED);
            case UNREACHED -> again(who, Status.NO_ANSWER, rules, endedAt);
            case FAILURE -> again(who, Status.FAILED, rules, endedAt);
            case NOT_RUNG ->
                new Enrollment.Waiting(who, endedAt.plus(longer(rules.delay(), AFTER_NETWORK_FAILURE)), lane);
        };
    }

    private static Enrollment again(Enrolled who, Status atLast, RetryRules rules, Instant endedAt) {
        return rules.allowAnother(who.attempts())
                ? new Enrollment.Waiting(
                        who, endedAt.plus(rules.delay()), who.home().asUrgent())
                : new Enrollment.Finished(who, atLast);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
