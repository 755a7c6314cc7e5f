package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.contract.Scene.LANE;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.URGENT;
import static outdial.contract.Scene.phone;
import static outdial.dialing.Desk.CALL_LEASE;
import static outdial.dialing.Desk.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outdial.call.AttemptId;
import outdial.call.Closing;
import outdial.call.Ended;
import outdial.call.Outcome;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.contract.Scene;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.Status;
import outdial.memory.Interposed;
import outdial.memory.MemoryResults.Result;
import outdial.memory.MemoryWakeups.Wakeup;

final class ConcluderTest {
    private static final Instant START = NOON.plusMillis(50);
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Instant LEASE_OVER = START.plus(CALL_LEASE).plusMillis(1);

    private Desk desk = Desk.with("ann");

    @Test
    void a_busy_line_is_tried_again_after_the_pause() {
        desk.callAll();
        desk.clock.set(LATER);

        desk.concluder().ended(desk.unanswered("ann", "token-1", 486));

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Waiting(who(1, "token-1", Outcome.BUSY), LATER.plusSeconds(3600), URGENT));
        assertThat(desk.attempt("ann", "token-1").closing())
                .contains(new Closing(
                        Outcome.BUSY,
                        Closing.By.CARRIER,
                        Optional.of("call-of-token-1"),
                        OptionalInt.of(486),
                        Optional.empty(),
                        LATER));
        assertThat(desk.active()).isZero();
        assertThat(desk.memory.numbers().find(desk.scene.workspace(), phone(1)))
                .isEqualTo(new NumberRecord(
                        desk.scene.workspace(),
                        phone(1),
                        List.of(START),
                        NumberRecord.Heard.NOTHING,
                        Optional.empty(),
                        1));
        assertThat(result()).contains(new Result(Outcome.BUSY, START));
        assertThat(desk.wakeups.take()).containsExactly(new Wakeup(desk.ref(), false, Duration.ZERO));
    }

    @Test
    void a_conversation_completes_the_contact() {
        desk.callAll();
        desk.clock.set(LATER);

        desk.concluder().ended(desk.talked("ann", "token-1", Outcome.INTERESTED));

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Finished(who(1, "token-1", Outcome.INTERESTED), Status.COMPLETED));
        assertThat(desk.attempt("ann", "token-1").closing()).contains(talk(Outcome.INTERESTED, "token-1", LATER));
    }

    @Test
    void a_report_that_comes_twice_changes_nothing() {
        desk.callAll();
        desk.clock.set(LATER);
        Ended report = desk.unanswered("ann", "token-1", 486);
        desk.concluder().ended(report);
        Enrollment after = desk.of("ann");
        desk.clock.advance(Duration.ofSeconds(30));

        desk.concluder().ended(report);

        assertThat(desk.of("ann")).isEqualTo(after);
        assertThat(desk.active()).isZero();
        assertThat(result()).contains(new Result(Outcome.BUSY, START));
    }

    @Test
    void a_report_of_an_older_call_leaves_the_newer_one_alone() {
        desk.callAll();
        desk.clock.set(LATER);
        Ended first = desk.unanswered("ann", "token-1", 486);
        desk.concluder().ended(first);
        desk.clock.set(LATER.plusSeconds(3600));
        desk.callAll();
        Enrollment second = desk.of("ann");

        desk.concluder().ended(first);

        assertThat(desk.of("ann")).isEqualTo(second);
        assertThat(second.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(desk.active()).isEqualTo(1);
        assertThat(desk.memory.numbers().find(desk.scene.workspace(), phone(1)).busyUntil(desk.clock.instant()))
                .isPresent();
    }

    @Test
    void a_report_of_a_call_nobody_made_is_ignored() {
        desk.concluder().ended(desk.unanswered("ann", "token-7", 486));

        assertThat(desk.of("ann")).isEqualTo(desk.scene.waiting("ann", phone(1), NOON));
        assertThat(desk.wakeups.take()).isEmpty();
    }

    @Test
    void who_is_never_reached_is_given_up_after_the_last_retry() {
        for (int call = 1; call <= 3; call++) {
            desk.callAll();
            desk.concluder().ended(desk.unanswered("ann", "token-" + call, 480));
            desk.clock.advance(Duration.ofHours(1));
        }

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Finished(who(3, "token-3", Outcome.NO_ANSWER), Status.NO_ANSWER));
        assertThat(desk.ordered()).isEmpty();
    }

    @Test
    void who_says_stop_is_on_the_list_and_out_of_every_campaign() {
        var other = desk.otherCampaign();
        desk.enroll(other, "ann", 1);
        desk.callAll();
        desk.clock.set(LATER);

        desk.concluder().ended(desk.talked("ann", "token-1", Outcome.DO_NOT_CALL));

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Finished(who(1, "token-1", Outcome.DO_NOT_CALL), Status.DO_NOT_CALL));
        assertThat(desk.of(other, "ann").status()).isEqualTo(Status.DO_NOT_CALL);
        assertThat(desk.memory.doNotCall().find(desk.scene.workspace(), phone(1)))
                .contains(new DoNotCallEntry(
                        desk.scene.workspace(),
                        phone(1),
                        Set.of(Channel.PHONE),
                        "CALL",
                        "asked in call token-1",
                        LATER));
    }

    @Test
    void a_retry_that_is_due_within_a_minute_is_asked_for() {
        desk = Desk.with(
                Scene.of("acme").settings(Settings.Limits.DEFAULT, new RetryRules(1, Duration.ofSeconds(20))), "ann");
        desk.callAll();
        Ended report = desk.unanswered("ann", "token-1", 486);
        desk.clock.advance(Duration.ofSeconds(5));

        desk.concluder().ended(report);

        assertThat(desk.wakeups.take())
                .containsExactly(
                        new Wakeup(desk.ref(), false, Duration.ZERO),
                        new Wakeup(desk.ref(), true, Duration.ofSeconds(15)));
    }

    @Test
    void a_retry_that_is_due_already_is_asked_for_at_once() {
        desk = Desk.with(Scene.of("acme").settings(Settings.Limits.DEFAULT, new RetryRules(1, Duration.ZERO)), "ann");
        desk.callAll();
        Ended report = desk.unanswered("ann", "token-1", 486);
        desk.clock.advance(Duration.ofSeconds(5));

        desk.concluder().ended(report);

        assertThat(desk.wakeups.take())
                .containsExactly(
                        new Wakeup(desk.ref(), false, Duration.ZERO), new Wakeup(desk.ref(), true, Duration.ZERO));
    }

    @Test
    void a_call_nobody_reported_the_end_of_counts_when_its_lease_is_over() {
        leaseRunsOut();

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Waiting(
                        who(1, "token-1", Outcome.UNKNOWN), LEASE_OVER.plusSeconds(3600), URGENT));
        assertThat(desk.attempt("ann", "token-1").closing())
                .contains(new Closing(
                        Outcome.UNKNOWN,
                        Closing.By.LEASE,
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        LEASE_OVER));
        assertThat(desk.active()).isZero();
        assertThat(result()).contains(new Result(Outcome.UNKNOWN, START));
    }

    @Test
    void a_report_that_comes_after_the_lease_withdraws_the_retry() {
        leaseRunsOut();
        Instant late = desk.clock.instant();

        desk.concluder().ended(desk.talked("ann", "token-1", Outcome.INTERESTED));

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Finished(who(1, "token-1", Outcome.INTERESTED), Status.COMPLETED));
        assertThat(desk.attempt("ann", "token-1").closing()).contains(talk(Outcome.INTERESTED, "token-1", late));
        assertThat(result()).contains(new Result(Outcome.INTERESTED, START));
    }

    @Test
    void a_report_of_a_conversation_that_comes_after_the_next_call_withdraws_the_retry() {
        leaseRunsOut();
        Ended late = desk.talked("ann", "token-1", Outcome.INTERESTED);
        callAgain();
        desk.concluder().ended(desk.unanswered("ann", "token-2", 480));
        assertThat(desk.of("ann").status()).isEqualTo(Status.PENDING);

        desk.concluder().ended(late);

        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
        assertThat(desk.attempt("ann", "token-1").closing()).contains(late.closing());
    }

    @Test
    void a_report_of_a_conversation_that_comes_while_the_next_call_goes_on_leaves_no_retry() {
        leaseRunsOut();
        Ended late = desk.talked("ann", "token-1", Outcome.INTERESTED);
        callAgain();

        desk.concluder().ended(late);
        desk.concluder().ended(desk.unanswered("ann", "token-2", 480));

        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
        assertThat(desk.active()).isZero();
    }

    @Test
    void a_report_that_nobody_answered_which_comes_while_the_next_call_goes_on_leaves_the_retry() {
        leaseRunsOut();
        Ended late = desk.unanswered("ann", "token-1", 480);
        callAgain();

        desk.concluder().ended(late);
        desk.concluder().ended(desk.unanswered("ann", "token-2", 480));

        assertThat(desk.of("ann").status()).isEqualTo(Status.PENDING);
    }

    @Test
    void a_report_older_than_the_leases_end_is_still_the_latest_result() {
        desk.callAll();
        desk.clock.set(LATER);
        Ended report = desk.talked("ann", "token-1", Outcome.INTERESTED);
        desk.clock.set(LEASE_OVER);
        desk.sweep();

        desk.concluder().ended(report);

        assertThat(result()).contains(new Result(Outcome.INTERESTED, START));
        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void a_late_report_that_allows_the_retry_moves_it_to_its_time() {
        desk.callAll();
        desk.clock.set(LATER);
        Ended report = desk.unanswered("ann", "token-1", 486);
        desk.clock.set(LEASE_OVER);
        desk.sweep();

        desk.concluder().ended(report);
        desk.concluder().ended(report);

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Waiting(who(1, "token-1", Outcome.BUSY), LATER.plusSeconds(3600), URGENT));
    }

    @Test
    void a_late_report_that_the_phone_never_rang_takes_the_attempt_back() {
        leaseRunsOut();
        Instant late = desk.clock.instant();
        Ended report = desk.unanswered("ann", "token-1", 503);

        desk.concluder().ended(report);
        desk.concluder().ended(report);

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Waiting(
                        who(0, "token-1", Outcome.CARRIER_ERROR), late.plusSeconds(3600), URGENT));
    }

    @Test
    void a_late_report_corrects_who_was_given_up() {
        desk = Desk.with(Scene.of("acme").settings(Settings.Limits.DEFAULT, new RetryRules(0, Duration.ZERO)), "ann");
        leaseRunsOut();
        Enrollment givenUp = desk.of("ann");
        Ended report = desk.talked("ann", "token-1", Outcome.INTERESTED);

        desk.concluder().ended(report);
        desk.concluder().ended(report);

        assertThat(givenUp).isEqualTo(new Enrollment.Finished(who(1, "token-1", Outcome.UNKNOWN), Status.FAILED));
        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Finished(who(1, "token-1", Outcome.INTERESTED), Status.COMPLETED));
        assertThat(desk.attempt("ann", "token-1").closing().map(Closing::by)).contains(Closing.By.CARRIER);
    }

    @Test
    void who_was_given_up_stays_so_but_without_an_attempt_that_never_rang() {
        desk = Desk.with(Scene.of("acme").settings(Settings.Limits.DEFAULT, new RetryRules(0, Duration.ZERO)), "ann");
        leaseRunsOut();
        Ended report = desk.unanswered("ann", "token-1", 503);

        desk.concluder().ended(report);
        desk.concluder().ended(report);

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Finished(who(0, "token-1", Outcome.CARRIER_ERROR), Status.FAILED));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"SKIPPED", "DO_NOT_CALL", "DISQUALIFIED"})
    void a_late_report_does_not_undo_what_was_decided_about_the_contact(Status decided) {
        leaseRunsOut();
        Enrollment.Waiting retry = (Enrollment.Waiting) desk.of("ann");
        assertThat(desk.memory.enrollments().change(retry, retry.finish(decided, "by hand")))
                .isTrue();

        desk.concluder().ended(desk.talked("ann", "token-1", Outcome.INTERESTED));

        Enrolled who = ((Enrollment.Finished) desk.of("ann")).who();
        assertThat(desk.of("ann")).isEqualTo(new Enrollment.Finished(who, decided, "by hand"));
        assertThat(who.last()).contains(new Enrolled.Last(new AttemptId("token-1"), Outcome.INTERESTED));
        assertThat(desk.attempt("ann", "token-1").closing().orElseThrow().outcome())
                .isEqualTo(Outcome.INTERESTED);
    }

    @Test
    void a_late_report_that_allows_a_retry_lets_nobody_be_called_who_is_disabled() {
        leaseRunsOut();
        Instant late = desk.clock.instant();
        Enrollment.Held held = disabled();

        desk.concluder().ended(desk.unanswered("ann", "token-1", 486));

        Enrolled who = who(1, "token-1", Outcome.BUSY);
        assertThat(held.waiting().who()).isNotEqualTo(who);
        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Waiting(who, late.plusSeconds(3600), URGENT).hold("on holiday"));
    }

    @Test
    void a_late_report_that_leaves_nothing_to_call_for_ends_who_is_disabled() {
        leaseRunsOut();
        disabled();

        desk.concluder().ended(desk.talked("ann", "token-1", Outcome.INTERESTED));

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Finished(who(1, "token-1", Outcome.INTERESTED), Status.COMPLETED));
    }

    private Enrollment.Held disabled() {
        Enrollment.Waiting retry = (Enrollment.Waiting) desk.of("ann");
        assertThat(desk.memory.enrollments().change(retry, retry.hold("on holiday")))
                .isTrue();
        return retry.hold("on holiday");
    }

    @Test
    void a_report_that_comes_while_the_retry_is_on_its_way_withdraws_it() {
        leaseRunsOut();
        Ended report = desk.talked("ann", "token-1", Outcome.INTERESTED);
        desk.clock.advance(Duration.ofHours(1));
        DialOrder retry = desk.ordered().getFirst();

        desk.concluder().ended(report);
        desk.dial(retry);

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Finished(who(1, "token-1", Outcome.INTERESTED), Status.COMPLETED));
        assertThat(desk.asked()).isEqualTo(Desk.attempts("token-1"));
        assertThat(desk.active()).isZero();
    }

    @Test
    void a_report_that_comes_while_the_next_call_is_under_way_leaves_that_call_alone() {
        leaseRunsOut();
        Ended report = desk.talked("ann", "token-1", Outcome.INTERESTED);
        callAgain();
        Enrollment.Dialing second = (Enrollment.Dialing) desk.of("ann");

        desk.concluder().ended(report);

        assertThat(desk.of("ann")).isEqualTo(second.learn(second.who().settledAs(Status.COMPLETED)));
        assertThat(desk.active()).isEqualTo(1);
        assertThat(desk.attempt("ann", "token-1").closing())
                .contains(talk(Outcome.INTERESTED, "token-1", report.endedAt()));
    }

    @Test
    void what_a_report_says_survives_a_crash_after_any_step() {
        int step = 0;
        Crash crash;
        do {
            step++;
            crash = new Crash(step);
            desk = Desk.with("ann");
            leaseRunsOut();
            Ended report = desk.talked("ann", "token-1", Outcome.INTERESTED);
            endedBy(desk.concluder(Interposed.on(desk.memory.books(), crash)), report);

            desk.concluder().ended(report);

            assertThat(desk.of("ann").status()).as("died after step " + step).isEqualTo(Status.COMPLETED);
            assertThat(desk.attempt("ann", "token-1").closing().map(Closing::by))
                    .contains(Closing.By.CARRIER);
            assertThat(desk.active()).isZero();
        } while (crash.happened());
        assertThat(step).isGreaterThan(4);
    }

    private static void endedBy(Concluder concluder, Ended report) {
        try {
            concluder.ended(report);
        } catch (Crash.Died died) {
            assertThat(died).isNotNull();
        }
    }

    @Test
    void a_lease_that_seems_over_after_the_end_was_reported_changes_nothing() {
        desk.callAll();
        var dialing = (Enrollment.Dialing) desk.of("ann");
        desk.clock.set(LATER);
        desk.concluder().ended(desk.unanswered("ann", "token-1", 486));
        Enrollment after = desk.of("ann");

        desk.concluder().leaseOver(dialing, LEASE_OVER);

        assertThat(desk.of("ann")).isEqualTo(after);
        assertThat(desk.attempt("ann", "token-1").closing().map(Closing::outcome))
                .contains(Outcome.BUSY);
        assertThat(result()).contains(new Result(Outcome.BUSY, START));
    }

    @Test
    void a_lease_is_ended_once() {
        desk.callAll();
        var dialing = (Enrollment.Dialing) desk.of("ann");
        desk.clock.set(LEASE_OVER);
        desk.sweep();
        Enrollment after = desk.of("ann");

        desk.concluder().leaseOver(dialing, LEASE_OVER.plusSeconds(60));

        assertThat(desk.of("ann")).isEqualTo(after);
        assertThat(desk.attempt("ann", "token-1").closing().map(Closing::endedAt))
                .contains(LEASE_OVER);
    }

    @Test
    void an_enrollment_that_changes_once_under_the_report_is_read_again() {
        desk.callAll();
        AtomicBoolean lost = new AtomicBoolean();
        Books books = Interposed.on(
                desk.memory.books(),
                call -> call.is("conclude") && lost.compareAndSet(false, true) ? (Object) false : call.real());

        desk.concluder(books).ended(desk.unanswered("ann", "token-1", 486));

        assertThat(desk.of("ann").who()).isEqualTo(who(1, "token-1", Outcome.BUSY));
    }

    @Test
    void a_report_that_cannot_be_written_is_not_taken() {
        desk.callAll();
        Books books = Interposed.on(
                desk.memory.books(),
                call -> call.of(Enrollments.class) && call.is("conclude") ? (Object) false : call.real());

        assertThatThrownBy(() -> desk.concluder(books).ended(desk.unanswered("ann", "token-1", 486)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enrollment of attempt token-1 keeps changing");
    }

    @Test
    void a_report_after_the_lease_that_meets_a_change_is_tried_again() {
        leaseRunsOut();
        AtomicBoolean lost = new AtomicBoolean();
        Books books = Interposed.on(
                desk.memory.books(),
                call -> call.is("change") && lost.compareAndSet(false, true) ? (Object) false : call.real());

        desk.concluder(books).ended(desk.talked("ann", "token-1", Outcome.INTERESTED));

        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
    }

    private void leaseRunsOut() {
        desk.callAll();
        desk.clock.set(LEASE_OVER);
        desk.sweep();
        desk.wakeups.take();
    }

    private void callAgain() {
        desk.clock.set(LEASE_OVER.plusSeconds(3600));
        desk.callAll();
        assertThat(desk.of("ann").status()).isEqualTo(Status.IN_PROGRESS);
    }

    private Enrolled who(int attempts, String attempt, Outcome outcome) {
        return new Enrolled(
                desk.ref(),
                desk.scene.contactId("ann"),
                phone(1),
                LANE,
                attempts,
                Enrolled.causeOf(outcome).map(cause -> Map.of(cause, attempts)).orElse(Map.of()),
                Optional.of(new Enrolled.Last(new AttemptId(attempt), outcome)),
                desk.of("ann").who().since(),
                Optional.empty());
    }

    private Optional<Result> result() {
        return desk.memory.results().of(desk.scene.workspace(), desk.scene.contactId("ann"));
    }
}
