package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;
import static outdial.dialing.Desk.CALL_LEASE;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import outdial.call.Attempt;
import outdial.call.Closing;
import outdial.call.Outcome;
import outdial.dialing.CallRecords.Finding;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Status;

/// A call whose end nobody reported is looked up before it is given up.
final class CallRecordsTest {
    private static final Instant START = NOON.plusMillis(50);
    private static final Instant LEASE_OVER = START.plus(CALL_LEASE).plusMillis(1);

    private final Desk desk = Desk.with("ann");

    @Test
    void a_call_that_the_carrier_knows_the_end_of_ends_as_the_carrier_says() {
        desk.callAll();
        var report = desk.talked("ann", "token-1", Outcome.INTERESTED);
        desk.clock.set(LEASE_OVER);

        heal(attempt -> {
            assertThat(attempt).isEqualTo(desk.attempt("ann", "token-1"));
            return new Finding.Over(report);
        });

        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
        assertThat(desk.attempt("ann", "token-1").closing()).contains(report.closing());
        assertThat(desk.active()).isZero();
    }

    @Test
    void a_call_that_the_carrier_does_not_know_counts_as_an_attempt_of_unknown_outcome() {
        desk.callAll();
        desk.clock.set(LEASE_OVER);

        heal(CallRecords.NONE);

        assertThat(closing().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(desk.active()).isZero();
    }

    @Test
    void who_answered_a_call_of_which_no_more_is_on_record_is_not_called_again() {
        desk.callAll();
        Instant ended = desk.clock.instant().plusSeconds(40);
        desk.clock.set(LEASE_OVER);

        heal(_ -> new Finding.TookPlace("call-1", true, ended));

        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
        assertThat(closing()).isEqualTo(assumed(Outcome.COMPLETED, ended));
        assertThat(desk.active()).isZero();
    }

    @Test
    void a_recorded_call_that_nobody_answered_is_of_unknown_outcome_and_tried_again() {
        desk.callAll();
        Instant ended = desk.clock.instant().plusSeconds(20);
        desk.clock.set(LEASE_OVER);

        heal(_ -> new Finding.TookPlace("call-1", false, ended));

        assertThat(desk.of("ann"))
                .isInstanceOfSatisfying(
                        Enrollment.Waiting.class,
                        waiting -> assertThat(waiting.who().attempts()).isEqualTo(1));
        assertThat(closing()).isEqualTo(assumed(Outcome.UNKNOWN, ended));
    }

    @Test
    void a_report_that_comes_after_the_record_says_what_really_came_of_the_call() {
        desk.callAll();
        var report = desk.talked("ann", "token-1", Outcome.DO_NOT_CALL);
        desk.clock.set(LEASE_OVER);
        heal(_ -> new Finding.TookPlace("call-of-token-1", true, START));

        desk.concluder().ended(report);
        desk.concluder().ended(report);

        assertThat(desk.of("ann").status()).isEqualTo(Status.DO_NOT_CALL);
        assertThat(desk.of("ann").who().attempts()).isEqualTo(1);
        assertThat(closing()).isEqualTo(report.closing());
    }

    @Test
    void a_report_that_says_what_the_record_said_settles_it() {
        desk.callAll();
        var report = desk.talked("ann", "token-1", Outcome.COMPLETED);
        desk.clock.set(LEASE_OVER);
        heal(_ -> new Finding.TookPlace("call-of-token-1", true, START));

        desk.concluder().ended(report);

        assertThat(desk.of("ann").who().attempts()).isEqualTo(1);
        assertThat(closing()).isEqualTo(report.closing());
    }

    @Test
    void each_carrier_is_asked_for_its_own_calls() {
        desk.callAll();
        Attempt attempt = desk.attempt("ann", "token-1");

        assertThat(CallRecords.byCarrier(Map.of("chime", _ -> new Finding.NotNow()))
                        .of(attempt))
                .isEqualTo(new Finding.NotNow());
        assertThat(CallRecords.byCarrier(Map.of("another", _ -> new Finding.NotNow()))
                        .of(attempt))
                .isEqualTo(new Finding.Nothing());
    }

    @Test
    void a_carrier_that_cannot_be_asked_now_is_asked_again_by_the_next_pass() {
        desk.callAll();
        desk.clock.set(LEASE_OVER.plus(Duration.ofMinutes(9)));

        heal(_ -> new Finding.NotNow());

        assertThat(desk.of("ann").status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(desk.active()).isEqualTo(1);
    }

    @Test
    void a_carrier_that_can_never_be_asked_keeps_a_slot_for_ten_minutes() {
        desk.callAll();
        desk.clock.set(LEASE_OVER.plus(Duration.ofMinutes(10)));

        heal(_ -> new Finding.NotNow());

        assertThat(closing().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(desk.active()).isZero();
    }

    private static Closing assumed(Outcome outcome, Instant endedAt) {
        return new Closing(
                outcome, Closing.By.LEASE, Optional.of("call-1"), OptionalInt.empty(), Optional.empty(), endedAt);
    }

    private Closing closing() {
        return desk.attempt("ann", "token-1").closing().orElseThrow();
    }

    private void heal(CallRecords records) {
        Concluder concluder = new Concluder(
                desk.memory.books(),
                desk.memory.books(),
                new Retries(desk.memory.books(), desk.law, Desk.TIMING, desk.clock),
                new Concluder.FollowUp(desk.memory.results(), desk.wakeups, desk.handover()),
                records,
                desk.clock);
        new Healer(desk.memory.enrollments(), concluder, desk.clock)
                .heal(desk.ref().id());
    }
}
