package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.campaign.RetryRules;
import outdial.campaign.RetryRules.Cause;
import outdial.campaign.RetryRules.Rule;
import outdial.campaign.Settings;
import outdial.contract.Scene;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Status;

/// When somebody who was not reached is called again: by the rule of the cause, in a lawful hour, before the end.
final class RetriesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void each_cause_has_its_own_delay_and_count() {
        Desk desk = called(
                new RetryRules(
                        3,
                        HOUR,
                        Map.of(Cause.BUSY, new Rule(1, Duration.ofMinutes(5)), Cause.NO_ANSWER, new Rule(3, HOUR)),
                        false),
                Optional.empty());

        assertThat(next(desk, 1, 486)).isEqualTo(end(desk).plus(Duration.ofMinutes(5)));
        assertThat(next(desk, 2, 480)).isEqualTo(end(desk).plus(HOUR));
        desk.clock.until(((Enrollment.Waiting) desk.of("ann")).dueAt());
        desk.callAll();
        desk.concluder().ended(desk.unanswered("ann", "token-3", 486));
        assertThat(desk.of("ann").status()).isEqualTo(Status.NO_ANSWER);
        assertThat(desk.of("ann").who().missed()).isEqualTo(Map.of(Cause.BUSY, 2, Cause.NO_ANSWER, 1));
    }

    @Test
    void a_retry_after_the_end_of_the_campaign_is_none() {
        Instant end = Instant.parse("2026-03-03T14:00:00Z");
        Desk desk = called(new RetryRules(2, Duration.ofHours(5)), Optional.of(end));

        desk.concluder().ended(desk.unanswered("ann", "token-1", 480));

        assertThat(desk.of("ann").status()).isEqualTo(Status.NO_ANSWER);
        assertThat(((Enrollment.Finished) desk.of("ann")).why()).isEqualTo("no lawful hour before the campaign ends");
    }

    @Test
    void a_retry_that_has_a_lawful_hour_before_the_end_is_made() {
        Instant end = Instant.parse("2026-03-03T14:01:00Z");
        Desk desk = called(new RetryRules(2, Duration.ofHours(5)), Optional.of(end));

        desk.concluder().ended(desk.unanswered("ann", "token-1", 480));

        assertThat(desk.of("ann").status()).isEqualTo(Status.PENDING);
    }

    @Test
    void a_retry_does_not_fall_into_the_hour_of_the_call_before_where_the_rule_says_so() {
        Desk desk = called(new RetryRules(2, Duration.ofDays(1), Map.of(), true), Optional.empty());

        assertThat(next(desk, 1, 480)).isEqualTo(Instant.parse("2026-03-03T18:00:00Z"));
    }

    @Test
    void a_retry_in_another_hour_is_left_as_it_is() {
        Desk desk = called(new RetryRules(2, Duration.ofHours(2), Map.of(), true), Optional.empty());

        assertThat(next(desk, 1, 480)).isEqualTo(end(desk).plus(Duration.ofHours(2)));
    }

    /// The call number `n` was not answered: when the next one is due.
    private static Instant next(Desk desk, int n, int sipCode) {
        if (n > 1) {
            desk.clock.until(((Enrollment.Waiting) desk.of("ann")).dueAt());
            desk.callAll();
        }
        desk.concluder().ended(desk.unanswered("ann", "token-" + n, sipCode));
        return ((Enrollment.Waiting) desk.of("ann")).dueAt();
    }

    private static Instant end(Desk desk) {
        return desk.clock.instant();
    }

    private static Desk called(RetryRules rules, Optional<Instant> endAt) {
        Settings usual = Scene.of("acme").settings(Settings.Limits.DEFAULT, rules);
        Desk desk = Desk.with(
                new Settings(
                        usual.name(),
                        usual.type(),
                        usual.agent(),
                        usual.callerNumbers(),
                        usual.limits(),
                        rules,
                        usual.window(),
                        Optional.empty(),
                        endAt),
                "ann");
        desk.callAll();
        return desk;
    }
}
