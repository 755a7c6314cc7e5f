package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import outdial.call.Closing;
import outdial.call.Ended;
import outdial.call.Outcome;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Status;
import outdial.memory.Interposed;

/// The first call was given up when its lease was over; what it came to is told only after others have begun.
final class LateReportsTest {
    private static final Instant LEASE_OVER = NOON.plus(Desk.CALL_LEASE).plusSeconds(1);

    private Desk desk = givenUp();
    private Ended talked = desk.talked("ann", "token-1", Outcome.INTERESTED);

    @Test
    void nobody_is_called_again_after_a_conversation_that_was_told_two_calls_later() {
        callAgain();
        desk.concluder().ended(desk.unanswered("ann", "token-2", 503));
        callAgain();

        desk.concluder().ended(talked);
        desk.concluder().ended(desk.unanswered("ann", "token-3", 480));

        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void nobody_is_called_again_after_a_conversation_that_was_told_while_a_given_up_call_went_on() {
        callAgain();

        desk.concluder().ended(talked);
        desk.clock.advance(Desk.CALL_LEASE.plusSeconds(1));
        desk.sweep();

        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
        assertThat(desk.active()).isZero();
    }

    @Test
    void nobody_is_called_again_after_a_conversation_that_was_told_while_the_carrier_was_asked_in_vain() {
        untilDue();

        dial(new Carrier.Placement.Throttled("429"));

        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
        assertThat(desk.active()).isZero();
    }

    @Test
    void a_conversation_outweighs_that_the_carrier_cannot_call_the_number_any_more() {
        untilDue();

        dial(new Carrier.Placement.BadDestination("no such number"));

        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void who_ended_without_an_answer_has_talked_after_all() {
        calledInVainUntilTheEnd();
        assertThat(desk.of("ann").status()).isEqualTo(Status.NO_ANSWER);

        desk.concluder().ended(talked);

        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void a_late_report_of_the_last_call_does_not_make_a_conversation_undone() {
        callAgain();
        Ended second = desk.unanswered("ann", "token-2", 480);
        desk.clock.advance(Desk.CALL_LEASE.plusSeconds(1));
        desk.sweep();
        desk.concluder().ended(talked);

        desk.concluder().ended(second);

        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
        assertThat(desk.attempt("ann", "token-2").closing()).contains(second.closing());
    }

    @Test
    void a_dead_number_does_not_outweigh_a_conversation() {
        Ended dead = desk.unanswered("ann", "token-1", 404);
        callAgain();
        desk.concluder().ended(desk.talked("ann", "token-2", Outcome.CONFIRMED));

        desk.concluder().ended(dead);

        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void a_conversation_that_follows_outweighs_a_dead_number_that_was_told_meanwhile() {
        Ended dead = desk.unanswered("ann", "token-1", 404);
        callAgain();

        desk.concluder().ended(dead);
        desk.concluder().ended(desk.talked("ann", "token-2", Outcome.CONFIRMED));

        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void who_said_stop_in_a_call_that_was_told_late_is_on_the_list_however_the_next_call_ends() {
        Ended stop = desk.talked("ann", "token-1", Outcome.DO_NOT_CALL);
        callAgain();

        desk.concluder().ended(stop);
        desk.concluder().ended(desk.talked("ann", "token-2", Outcome.CONFIRMED));

        assertThat(desk.of("ann").status()).isEqualTo(Status.DO_NOT_CALL);
    }

    /// The second call's end is concluded by who saw the contact before the first one's was told.
    @Test
    void whoever_concludes_a_call_by_an_old_look_loses_to_a_late_report() {
        callAgain();
        Books overtaken = Interposed.on(desk.memory.books(), call -> {
            if (call.is("conclude")) desk.concluder().ended(talked);
            return call.real();
        });

        desk.concluder(overtaken).ended(desk.unanswered("ann", "token-2", 480));

        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void what_is_told_during_the_next_call_survives_a_crash_after_any_step() {
        int step = 0;
        Crash crash;
        do {
            step++;
            crash = new Crash(step);
            desk = givenUp();
            talked = desk.talked("ann", "token-1", Outcome.INTERESTED);
            callAgain();
            try {
                desk.concluder(Interposed.on(desk.memory.books(), crash)).ended(talked);
            } catch (Crash.Died _) {
                // The report is delivered again.
            }

            desk.concluder().ended(talked);
            desk.concluder().ended(desk.unanswered("ann", "token-2", 480));

            assertThat(desk.of("ann").status()).as("died after step " + step).isEqualTo(Status.COMPLETED);
            assertThat(desk.attempt("ann", "token-1").closing().map(Closing::by))
                    .contains(Closing.By.CARRIER);
        } while (crash.happened());
        assertThat(step).isGreaterThan(3);
    }

    private static Desk givenUp() {
        Desk desk = Desk.with("ann");
        desk.callAll();
        desk.clock.set(LEASE_OVER);
        desk.sweep();
        return desk;
    }

    private void untilDue() {
        desk.clock.set(((Enrollment.Waiting) desk.of("ann")).dueAt());
    }

    private void callAgain() {
        untilDue();
        desk.callAll();
        assertThat(desk.of("ann").status()).isEqualTo(Status.IN_PROGRESS);
    }

    private void calledInVainUntilTheEnd() {
        callAgain();
        desk.concluder().ended(desk.unanswered("ann", "token-2", 480));
        callAgain();
        desk.concluder().ended(desk.unanswered("ann", "token-3", 480));
    }

    /// The report of the first call comes while the carrier is asked for the next.
    private void dial(Carrier.Placement answer) {
        Carrier carrier = _ -> {
            desk.concluder().ended(talked);
            return answer;
        };
        Dialer dialer = new Dialer(desk.memory.books(), desk.memory.books(), desk.line(), carrier, desk.clock);
        desk.ordered().forEach(dialer::dial);
        assertThat(desk.attempt("ann", "token-2").closing().map(Closing::by)).contains(Closing.By.NOT_PLACED);
    }
}
