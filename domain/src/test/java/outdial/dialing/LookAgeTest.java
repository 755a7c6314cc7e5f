package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.LANE;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;
import static outdial.dialing.Desk.attempts;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outdial.call.Closing;
import outdial.contact.Contacts;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Reason;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Status;
import outdial.memory.Interposed;

/// What a dialer has seen is good for two seconds.
final class LookAgeTest {
    private static final Duration TOO_LONG = Duration.ofMillis(2_001);

    private final Desk desk = Desk.with("ann");

    @Test
    void a_look_that_took_too_long_is_taken_again() {
        DialOrder order = desk.ordered().getFirst();

        stallingAt(Contacts.class, 1, desk::pause).dial(order);

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Waiting(
                        desk.scene.enrolled("ann", phone(1)), NOON.plus(TOO_LONG), LANE, Reason.CAMPAIGN));
        assertThat(desk.active()).isZero();
    }

    @Test
    void a_second_look_that_is_quick_is_followed_by_the_call() {
        DialOrder order = desk.ordered().getFirst();

        stallingAt(Contacts.class, 1, () -> {}).dial(order);

        assertThat(desk.asked()).isEqualTo(attempts("token-1"));
        assertThat(desk.attempt("ann", "token-1").startedAt())
                .isEqualTo(NOON.plus(TOO_LONG).plusMillis(50));
    }

    @Test
    void whoever_is_held_up_at_each_look_puts_the_contact_back() {
        DialOrder order = desk.ordered().getFirst();

        stallingAt(Contacts.class, 3, () -> {}).dial(order);

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Waiting(
                        desk.scene.enrolled("ann", phone(1)),
                        NOON.plus(TOO_LONG.multipliedBy(3)).plusSeconds(1),
                        LANE));
        assertThat(desk.active()).isZero();
    }

    @Test
    void a_write_that_took_too_long_is_not_followed_by_a_call_and_costs_no_attempt() {
        DialOrder order = desk.ordered().getFirst();

        stallingAfter(Enrollments.class, "dial", desk::pause).dial(order);

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Waiting(
                        desk.scene.enrolled("ann", phone(1)),
                        NOON.plusMillis(50).plus(TOO_LONG),
                        LANE,
                        Reason.CARRIER));
        assertThat(desk.active()).isZero();
        assertThat(desk.attempt("ann", "token-1").closing().map(Closing::by)).contains(Closing.By.NOT_PLACED);
        assertThat(desk.memory.numbers().find(desk.scene.workspace(), phone(1)).attempts())
                .isEmpty();
    }

    @Test
    void who_said_stop_while_the_write_took_too_long_is_not_called() {
        DialOrder order = desk.ordered().getFirst();
        Runnable stop = () -> new OptOuts(desk.memory.books())
                .stop(new DoNotCallEntry(
                        desk.scene.workspace(), phone(1), Set.of(Channel.PHONE), "API", "asked by mail", NOON));

        stallingAfter(Enrollments.class, "dial", stop).dial(order);
        desk.clock.advance(Duration.ofMinutes(1));
        desk.callAll();

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.of("ann").status()).isEqualTo(Status.DO_NOT_CALL);
    }

    /// A dialer whose first so many looks at this port take too long, while something happens.
    private Dialer stallingAt(Class<?> port, int times, Runnable meanwhile) {
        int[] left = {times};
        Books books = Interposed.on(desk.memory.books(), call -> {
            Object seen = call.real();
            if (call.of(port) && left[0]-- > 0) {
                meanwhile.run();
                desk.clock.advance(TOO_LONG);
            }
            return seen;
        });
        return desk.dialer(books, desk.clock);
    }

    /// A dialer that hears of its write too late, and something happens before it does.
    private Dialer stallingAfter(Class<?> port, String name, Runnable meanwhile) {
        Books books = Interposed.on(desk.memory.books(), call -> {
            Object answer = call.real();
            if (call.of(port) && call.is(name)) {
                desk.clock.advance(Duration.ofMillis(50).plus(TOO_LONG));
                meanwhile.run();
            }
            return answer;
        });
        return desk.dialer(books, desk.clock);
    }
}
