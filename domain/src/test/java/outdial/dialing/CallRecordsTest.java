package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;
import static outdial.dialing.Desk.CALL_LEASE;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import outdial.call.Closing;
import outdial.call.Outcome;
import outdial.dialing.CallRecords.Finding;
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

    private Closing closing() {
        return desk.attempt("ann", "token-1").closing().orElseThrow();
    }

    private void heal(CallRecords records) {
        Concluder concluder = new Concluder(
                desk.memory.books(),
                desk.memory.books(),
                new Retries(desk.memory.books(), desk.law, Desk.TIMING, desk.clock),
                desk.memory.results(),
                desk.wakeups,
                records,
                desk.clock);
        new Healer(desk.memory.enrollments(), concluder, desk.clock)
                .heal(desk.ref().id());
    }
}
