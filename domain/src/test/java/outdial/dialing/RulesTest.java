package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.contract.Scene.LANE;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.URGENT;
import static outdial.contract.Scene.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import outdial.call.AttemptId;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignType;
import outdial.campaign.Details;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.contact.Contact;
import outdial.contract.Scene;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Reason;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.rules.Policy;

/// The pure rules: what becomes of a contact, who may be called, how fast.
final class RulesTest {
    private static final RetryRules TWICE = new RetryRules(2, Duration.ofHours(1));

    private final Scene scene = Scene.of("acme");
    private final Gate gate = new Gate(new Desk().law, Duration.ofSeconds(30));
    private final NumberRecord quiet = NumberRecord.fresh(scene.workspace(), phone(1));

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"COMPLETED", "INTERESTED", "NOT_INTERESTED", "CONFIRMED", "CALLBACK_REQUESTED", "WRONG_NUMBER"})
    void a_conversation_completes(Outcome outcome) {
        assertThat(after(1, outcome, TWICE)).isEqualTo(new Enrollment.Finished(who(1), Status.COMPLETED));
    }

    @Test
    void an_opt_out_ends_it() {
        assertThat(after(1, Outcome.DO_NOT_CALL, TWICE)).isEqualTo(new Enrollment.Finished(who(1), Status.DO_NOT_CALL));
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"INVALID_NUMBER", "REJECTED"})
    void a_dead_number_fails(Outcome outcome) {
        assertThat(after(1, outcome, TWICE)).isEqualTo(new Enrollment.Finished(who(1), Status.FAILED));
    }

    @ParameterizedTest
    @CsvSource({"NO_ANSWER, NO_ANSWER", "BUSY, NO_ANSWER", "VOICEMAIL, NO_ANSWER", "UNKNOWN, FAILED"})
    void who_was_not_reached_is_tried_again_while_retries_are_left(Outcome outcome, Status atLast) {
        var again = new Enrollment.Waiting(who(2), NOON.plusSeconds(3600), URGENT);

        assertThat(after(2, outcome, TWICE)).isEqualTo(again);
        assertThat(after(3, outcome, TWICE)).isEqualTo(new Enrollment.Finished(who(3), atLast));
    }

    @Test
    void a_network_failure_is_tried_again_in_the_same_lane_and_never_at_once() {
        RetryRules atOnce = new RetryRules(0, Duration.ZERO);

        assertThat(after(7, Outcome.CARRIER_ERROR, atOnce))
                .isEqualTo(new Enrollment.Waiting(who(7), NOON.plusSeconds(30), LANE));
        assertThat(after(7, Outcome.CARRIER_ERROR, TWICE))
                .isEqualTo(new Enrollment.Waiting(who(7), NOON.plusSeconds(3600), LANE));
    }

    @Test
    void a_number_that_the_network_keeps_failing_on_is_tried_at_longer_and_longer_intervals() {
        RetryRules atOnce = new RetryRules(0, Duration.ZERO);

        assertThat(afterFailures(2, atOnce)).isEqualTo(waitingAfterFailures(2, Duration.ofSeconds(60)));
        assertThat(afterFailures(7, atOnce)).isEqualTo(waitingAfterFailures(7, Duration.ofMinutes(32)));
        assertThat(afterFailures(8, atOnce)).isEqualTo(waitingAfterFailures(8, Duration.ofHours(1)));
        assertThat(afterFailures(23, atOnce)).isEqualTo(waitingAfterFailures(23, Duration.ofHours(1)));
    }

    @Test
    void a_number_that_the_network_fails_on_twenty_four_times_in_a_row_is_given_up() {
        assertThat(afterFailures(24, TWICE))
                .isEqualTo(new Enrollment.Finished(
                        failed(24), Status.FAILED, "the network failed 24 times in a row before the phone rang"));
    }

    @Test
    void who_may_be_called_is_called() {
        assertThat(decide(NOON, running(), ann())).isEqualTo(new Verdict.Dial());
    }

    @Test
    void a_campaign_that_is_gone_or_does_not_run_calls_nobody() {
        var hold = new Verdict.Hold(Reason.CAMPAIGN, NOON);

        assertThat(decide(NOON, Optional.empty(), ann())).isEqualTo(hold);
        assertThat(decide(NOON, Optional.of(new Campaign.Paused(details())), ann()))
                .isEqualTo(hold);
    }

    @Test
    void who_has_another_number_by_now_or_none_is_dropped() {
        var drop = new Verdict.Drop(Status.FAILED, "the contact is gone, or has another number");

        assertThat(decide(NOON, running(), Optional.of(scene.contact("ann", phone(2)))))
                .isEqualTo(drop);
        assertThat(decide(NOON, running(), Optional.empty())).isEqualTo(drop);
    }

    @Test
    void a_number_that_is_in_a_call_is_held_until_its_end_at_the_latest() {
        NumberRecord busy = quiet.dialled(new AttemptId("a1"), NOON, NOON.plusSeconds(60));

        assertThat(gate.decide(NOON, look(running(), ann(), busy)))
                .isEqualTo(new Verdict.Hold(Reason.NUMBER_BUSY, NOON.plusSeconds(60)));
    }

    @Test
    void a_campaign_calls_between_its_dates_only() {
        assertThat(decide(NOON, between(Optional.empty(), Optional.of(NOON)), ann()))
                .isEqualTo(new Verdict.Hold(Reason.CAMPAIGN, NOON));
        assertThat(decide(NOON, between(Optional.of(NOON.plusMillis(1)), Optional.empty()), ann()))
                .isEqualTo(new Verdict.Hold(Reason.CAMPAIGN, NOON));
    }

    @Test
    void where_neither_rule_nor_window_says_when_nobody_is_called() {
        Settings ready = scene.settings(2);
        Settings open = new Settings(
                ready.name(),
                CampaignType.ONE_TIME,
                ready.agent(),
                ready.callerNumbers(),
                ready.limits(),
                ready.retries(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(decide(NOON, Optional.of(new Campaign.InProgress(details(open))), ann()))
                .isEqualTo(new Verdict.Hold(Reason.WHEREABOUTS, NOON.plusSeconds(3600)));
    }

    @Test
    void a_closed_window_holds_until_it_opens() {
        assertThat(decide(Instant.parse("2026-03-02T13:00:00Z"), running(), ann()))
                .isEqualTo(new Verdict.Hold(Reason.HOURS, Instant.parse("2026-03-02T14:00:00Z")));
    }

    @Test
    void the_slower_of_throttle_and_carrier_sets_the_interval() {
        CarrierTerms terms = CarrierTerms.perSecond("chime", 10, 2);

        assertThat(terms).isEqualTo(new CarrierTerms("chime", 10, Duration.ofMillis(500)));
        assertThat(Pacing.interval(scene.settings(2), terms)).isEqualTo(Duration.ofMillis(500));
        assertThat(Pacing.interval(throttled(Duration.ofSeconds(3)), terms)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_carrier_starts_calls() {
        assertThatThrownBy(() -> CarrierTerms.perSecond("chime", 10, 0))
                .hasMessage("calls per second must be above 0, was 0.0");
    }

    @ParameterizedTest
    @CsvSource({"0, 1000, 0", "-5, 1000, 0", "1, 1000, 1", "1000, 1000, 1", "1001, 1000, 2", "60000, 1000, 60"})
    void so_many_calls_start_in_a_time(long time, long interval, int starts) {
        assertThat(Pacing.startsBefore(NOON.plusMillis(time), NOON, Duration.ofMillis(interval)))
                .isEqualTo(starts);
    }

    @Test
    void without_an_interval_any_number_of_calls_starts() {
        assertThat(Pacing.startsBefore(NOON.plusMillis(1), NOON, Duration.ZERO)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Pacing.startsBefore(NOON.plus(Duration.ofDays(1)), NOON, Duration.ofNanos(1)))
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void there_is_no_start_where_the_campaign_is_far_ahead() {
        Desk desk = Desk.with(throttled(Duration.ofSeconds(3)), "ann");
        desk.memory.pace().pushBack(Scope.campaign(desk.ref().id()), NOON.plusMillis(2001));

        assertThat(Pacing.reserve(desk.line(), Desk.TERMS, desk.campaign(), NOON, NOON.plusSeconds(2)))
                .isEmpty();
    }

    @Test
    void a_start_is_one_that_both_gave() {
        Desk desk = Desk.with(throttled(Duration.ofSeconds(3)), "ann");
        desk.memory.pace().pushBack(Scope.campaign(desk.ref().id()), NOON.plusMillis(1700));

        assertThat(Pacing.reserve(desk.line(), Desk.TERMS, desk.campaign(), NOON, NOON.plusSeconds(2)))
                .contains(NOON.plusMillis(1700));
    }

    private Optional<Campaign> running() {
        return Optional.of(new Campaign.InProgress(details()));
    }

    private Optional<Campaign> between(Optional<Instant> startAt, Optional<Instant> endAt) {
        Settings ready = scene.settings(2);
        Settings dated = new Settings(
                ready.name(),
                ready.type(),
                ready.agent(),
                ready.callerNumbers(),
                ready.limits(),
                ready.retries(),
                ready.window(),
                startAt,
                endAt);
        return Optional.of(new Campaign.InProgress(details(dated)));
    }

    private Details details() {
        return details(scene.settings(2));
    }

    private Details details(Settings settings) {
        return new Details(scene.campaign(), settings, Scene.CREATED, 1, 0);
    }

    private Optional<Contact> ann() {
        return Optional.of(scene.contact("ann", phone(1)));
    }

    private Verdict decide(Instant now, Optional<Campaign> campaign, Optional<Contact> contact) {
        return gate.decide(now, look(campaign, contact, quiet));
    }

    private Gate.Look look(Optional<Campaign> campaign, Optional<Contact> contact, NumberRecord number) {
        return new Gate.Look(scene.enrolled("ann", phone(1)), campaign, Policy.USUAL, contact, number);
    }

    private Settings throttled(Duration throttle) {
        return scene.settings(new Settings.Limits(2, throttle), TWICE);
    }

    private Enrolled who(int attempts) {
        return new Enrolled(
                scene.campaign(),
                scene.contactId("ann"),
                phone(1),
                LANE,
                attempts,
                Map.of(),
                Optional.empty(),
                NOON,
                Optional.empty());
    }

    private Enrolled failed(int inARow) {
        Enrolled who = who(1);
        for (int n = 1; n <= inARow; n++) who = who.after(new AttemptId("a" + n), Outcome.CARRIER_ERROR, NOON);
        return who;
    }

    private Enrollment afterFailures(int inARow, RetryRules rules) {
        return RetryPolicy.after(failed(inARow), LANE, Outcome.CARRIER_ERROR, rules, NOON);
    }

    private Enrollment waitingAfterFailures(int inARow, Duration pause) {
        return new Enrollment.Waiting(failed(inARow), NOON.plus(pause), LANE);
    }

    private Enrollment after(int attempts, Outcome outcome, RetryRules rules) {
        assertThat(List.of(Outcome.values())).contains(outcome);
        return RetryPolicy.after(who(attempts), LANE, outcome, rules, NOON);
    }
}
