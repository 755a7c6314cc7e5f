package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import java.util.Set;
import org.junit.jupiter.api.Test;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Status;

final class OptOutsTest {
    private final Desk desk = Desk.with("ann", "bob");
    private final DoNotCallEntry entry =
            new DoNotCallEntry(desk.scene.workspace(), phone(1), Set.of(Channel.PHONE), "API", "asked by mail", NOON);

    @Test
    void who_waits_is_dropped_and_nobody_else() {
        new OptOuts(desk.memory.books()).stop(entry);

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Finished(desk.scene.enrolled("ann", phone(1)), Status.DO_NOT_CALL));
        assertThat(desk.of("bob")).isEqualTo(desk.scene.waiting("bob", phone(2), NOON));
        assertThat(desk.memory.doNotCall().find(desk.scene.workspace(), phone(1)))
                .contains(entry);
    }

    @Test
    void who_is_disabled_is_dropped_too() {
        Enrollment.Waiting ann = (Enrollment.Waiting) desk.of("ann");
        assertThat(desk.memory.enrollments().change(ann, ann.hold(""))).isTrue();

        new OptOuts(desk.memory.books()).stop(entry);

        assertThat(desk.of("ann")).isEqualTo(new Enrollment.Finished(ann.who(), Status.DO_NOT_CALL));
    }

    @Test
    void saying_stop_twice_is_saying_it_once() {
        new OptOuts(desk.memory.books()).stop(entry);
        Enrollment after = desk.of("ann");

        new OptOuts(desk.memory.books()).stop(entry);

        assertThat(desk.of("ann")).isEqualTo(after);
    }

    @Test
    void a_claimed_contact_is_left_to_the_dialer_which_drops_it() {
        var orders = desk.ordered();

        new OptOuts(desk.memory.books()).stop(entry);
        assertThat(desk.of("ann").status()).isEqualTo(Status.QUEUED);
        orders.forEach(desk::dial);

        assertThat(desk.of("ann").status()).isEqualTo(Status.DO_NOT_CALL);
        assertThat(desk.asked()).isEqualTo(Desk.attempts("token-2"));
    }

    @Test
    void who_says_stop_by_another_way_during_a_call_is_not_called_again() {
        desk.callAll();
        new OptOuts(desk.memory.books()).stop(entry);
        desk.concluder().ended(desk.unanswered("ann", "token-1", 486));
        desk.clock.set(NOON.plusSeconds(4000));

        desk.callAll();

        assertThat(desk.of("ann").status()).isEqualTo(Status.DO_NOT_CALL);
        assertThat(desk.asked()).isEqualTo(Desk.attempts("token-1", "token-2"));
    }

    @Test
    void a_number_of_nobody_joins_the_list() {
        DoNotCallEntry stranger = new DoNotCallEntry(
                desk.scene.workspace(), phone(99), Set.of(Channel.PHONE), "API", "asked by mail", NOON);

        new OptOuts(desk.memory.books()).stop(stranger);

        assertThat(desk.memory.doNotCall().find(desk.scene.workspace(), phone(99)))
                .contains(stranger);
    }
}
