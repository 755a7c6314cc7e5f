package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.LANE;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.URGENT;
import static outdial.contract.Scene.phone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Outcome;
import outdial.donotcall.Channel;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Enrollments.Claim;
import outdial.enrollment.Enrollments.Dial;
import outdial.enrollment.Enrollments.Start;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.NumberRecord.Busy;
import outdial.enrollment.Status;

/// Contacts that are dialled and concluded, with all that is written and all that must hold at once.
public abstract class DialsContract extends LeasesScene {

    @Test
    void how_often_the_network_failed_is_kept_and_forgotten_when_a_phone_rang() {
        Enrollments enrollments = ports.books().enrollments();
        var ann = scene.waiting("ann", phone(1), NOON);
        enrollments.add(List.of(new NewEnrollment(ann, "list.csv#1", Map.of())));
        var failed = ann.who()
                .after(new AttemptId("a1"), Outcome.CARRIER_ERROR, NOON)
                .after(new AttemptId("a2"), Outcome.CARRIER_ERROR, NOON);
        var again = new Enrollment.Waiting(failed, NOON, ann.lane());
        var retry = new Enrollment.Waiting(failed.after(new AttemptId("a3"), Outcome.BUSY, NOON), NOON, ann.lane());

        assertThat(enrollments.change(ann, again)).isTrue();
        assertThat(enrollments
                        .due(scene.campaign().id(), List.of(ann.lane()), NOON, 10)
                        .contacts())
                .containsExactly(again);
        assertThat(enrollments.change(again, retry)).isTrue();
        assertThat(enrollments.find(ann.id())).contains(retry);
    }

    @Test
    void dialling_writes_the_attempt_and_what_it_means_for_the_number() {
        var queued = queued("ann", 1, "t1");
        var dial = dial(queued);

        assertThat(enrollments.dial(queued, queued.dial(CALL_END), dial)).isEqualTo(Start.STARTED);

        AttemptId id = new AttemptId(scene.workspace() + "-t1");
        assertThat(enrollments.find(queued.id()))
                .contains(new Enrollment.Dialing(queued.who(), id, CALL_END, scene.scopes(), LANE));
        assertThat(ports.books().attempts().find(queued.id().contact(), id)).contains(Scene.attempt(queued, NOON));
        assertThat(ports.books().numbers().find(scene.workspace(), phone(1)))
                .isEqualTo(new NumberRecord(
                        scene.workspace(),
                        phone(1),
                        List.of(NOON),
                        NumberRecord.Heard.NOTHING,
                        Optional.of(new Busy(id, CALL_END)),
                        1));
        assertActive(1);
    }

    @Test
    void a_claim_is_dialled_once() {
        var queued = queued("ann", 1, "t1");
        enrollments.dial(queued, queued.dial(CALL_END), dial(queued));

        assertThat(enrollments.dial(queued, queued.dial(CALL_END), dial(queued)))
                .isEqualTo(Start.LOST);

        assertThat(ports.books().numbers().find(scene.workspace(), phone(1)).version())
                .isEqualTo(1);
        assertActive(1);
    }

    @Test
    void of_many_dialers_of_one_claim_one_starts() throws Exception {
        var queued = queued("ann", 1, "t1");
        List<Callable<Start>> dialers = IntStream.range(0, 8)
                .<Callable<Start>>mapToObj(n -> () -> enrollments.dial(queued, queued.dial(CALL_END), dial(queued)))
                .toList();

        assertThat(all(dialers)).containsOnlyOnce(Start.STARTED).hasSize(8);
    }

    @Test
    void a_claim_that_was_given_back_is_not_dialled() {
        var queued = queued("ann", 1, "t1");
        enrollments.release(queued, queued.release(NOON));

        assertThat(enrollments.dial(queued, queued.dial(CALL_END), dial(queued)))
                .isEqualTo(Start.LOST);

        assertNothingDialled(queued);
    }

    @Test
    void a_number_on_the_do_not_call_list_is_not_dialled() {
        var queued = queued("ann", 1, "t1");
        forbid(Set.of(Channel.EMAIL, Channel.PHONE));

        assertThat(enrollments.dial(queued, queued.dial(CALL_END), dial(queued)))
                .isEqualTo(Start.ON_DO_NOT_CALL);

        assertThat(enrollments.find(queued.id())).contains(queued);
        assertNothingDialled(queued);
        assertActive(1);
    }

    @Test
    void a_number_that_only_wants_no_mail_is_dialled() {
        var queued = queued("ann", 1, "t1");
        forbid(Set.of(Channel.EMAIL));

        assertThat(enrollments.dial(queued, queued.dial(CALL_END), dial(queued)))
                .isEqualTo(Start.STARTED);
    }

    @Test
    void a_number_that_was_called_meanwhile_is_not_dialled() {
        var queued = queued("ann", 1, "t1");
        var other = queued("bob", 1, "t2");
        var dial = dial(queued);
        enrollments.dial(other, other.dial(CALL_END), dial(other));

        assertThat(enrollments.dial(queued, queued.dial(CALL_END), dial)).isEqualTo(Start.NUMBER_CHANGED);

        assertThat(enrollments.find(queued.id())).contains(queued);
        assertThat(ports.books()
                        .attempts()
                        .find(queued.id().contact(), queued.token().attempt()))
                .isEmpty();
        assertThat(ports.books().numbers().find(scene.workspace(), phone(1)))
                .isEqualTo(dial(NumberRecord.fresh(scene.workspace(), phone(1)), other)
                        .number());
    }

    @Test
    void a_number_is_dialled_again_on_the_record_as_it_is_by_then() {
        var first = queued("ann", 1, "t1");
        enrollments.dial(first, first.dial(CALL_END), dial(first));
        var second = queued("bob", 1, "t2");

        Start start = enrollments.dial(second, second.dial(CALL_END), dial(second));

        assertThat(start).isEqualTo(Start.STARTED);
        assertThat(ports.books().numbers().find(scene.workspace(), phone(1)))
                .isEqualTo(new NumberRecord(
                        scene.workspace(),
                        phone(1),
                        List.of(NOON, NOON),
                        NumberRecord.Heard.NOTHING,
                        Optional.of(new Busy(second.token().attempt(), CALL_END)),
                        2));
    }

    @Test
    void a_contact_that_changed_meanwhile_is_not_dialled() {
        var queued = queued("ann", 1, "t1");
        Dial dial = new Dial(Scene.attempt(queued, NOON), dial(queued).number(), 2);

        assertThat(enrollments.dial(queued, queued.dial(CALL_END), dial)).isEqualTo(Start.CONTACT_CHANGED);

        assertThat(enrollments.find(queued.id())).contains(queued);
        assertNothingDialled(queued);
    }

    @Test
    void a_contact_that_is_gone_is_not_dialled() {
        var stranger = scene.waiting("stranger", phone(1), NOON);
        enrollments.add(List.of(new NewEnrollment(stranger, "list.csv#1", Map.of())));
        var queued = claim(stranger, "t1").to();
        enrollments.claim(List.of(claim(stranger, "t1")), limits());

        assertThat(enrollments.dial(queued, queued.dial(CALL_END), dial(queued)))
                .isEqualTo(Start.CONTACT_CHANGED);
    }

    @Test
    void a_concluded_call_frees_its_slots_and_closes_its_attempt() {
        var dialing = dialing("ann", 1, "t1");
        Attempt closed = closed(dialing, Outcome.BUSY);
        var retry = new Enrollment.Waiting(
                dialing.who().after(dialing.attempt(), Outcome.BUSY, NOON), NOON.plus(Duration.ofHours(1)), URGENT);

        assertThat(enrollments.conclude(dialing, retry, closed)).isTrue();

        assertThat(enrollments.find(dialing.id())).contains(retry);
        assertThat(ports.books().attempts().find(dialing.id().contact(), dialing.attempt()))
                .contains(closed);
        assertActive(0);
    }

    @Test
    void a_call_is_concluded_once() {
        var ann = dialing("ann", 1, "t1");
        queued("bob", 2, "t2");
        var done = finished(ann, Outcome.COMPLETED, Status.COMPLETED);
        enrollments.conclude(ann, done, closed(ann, Outcome.COMPLETED));

        assertThat(enrollments.conclude(ann, ann.undo(NOON), closed(ann, Outcome.BUSY)))
                .isFalse();

        assertThat(enrollments.find(ann.id())).contains(done);
        assertThat(ports.books().attempts().find(ann.id().contact(), ann.attempt()))
                .contains(closed(ann, Outcome.COMPLETED));
        assertActive(1);
    }

    @Test
    void a_final_contact_is_corrected_once() {
        var ann = dialing("ann", 1, "t1");
        var givenUp = finished(ann, Outcome.UNKNOWN, Status.FAILED);
        var truth = finished(ann, Outcome.COMPLETED, Status.COMPLETED);
        enrollments.conclude(ann, givenUp, closed(ann, Outcome.UNKNOWN));

        assertThat(enrollments.correct(givenUp, truth)).isTrue();
        assertThat(enrollments.correct(givenUp, finished(ann, Outcome.BUSY, Status.NO_ANSWER)))
                .isFalse();

        assertThat(enrollments.find(ann.id())).contains(truth);
        assertActive(0);
    }

    @Test
    void a_call_is_concluded_only_by_who_knows_what_it_has_learned() {
        var before = dialing("ann", 1, "t1");
        var now = before.learn(before.who().settledAs(Status.COMPLETED));
        assertThat(enrollments.learn(before, now)).isTrue();

        assertThat(enrollments.learn(before, before.learn(before.who().settledAs(Status.FAILED))))
                .isFalse();
        assertThat(enrollments.conclude(before, before.undo(NOON), closed(before, Outcome.BUSY)))
                .isFalse();

        assertThat(enrollments.find(before.id())).contains(now);
        assertThat(enrollments.expired(scene.campaign().id(), CALL_END.plusMillis(1), 10))
                .containsExactly(now);
        assertActive(1);
        var done = finished(now, Outcome.BUSY, Status.COMPLETED);
        assertThat(enrollments.conclude(now, done, closed(now, Outcome.BUSY))).isTrue();
        assertThat(enrollments.find(before.id())).contains(done);
    }

    @Test
    void a_call_that_is_over_learns_nothing() {
        var ann = dialing("ann", 1, "t1");
        var done = finished(ann, Outcome.BUSY, Status.NO_ANSWER);
        enrollments.conclude(ann, done, closed(ann, Outcome.BUSY));

        assertThat(enrollments.learn(ann, ann.learn(ann.who().settledAs(Status.COMPLETED))))
                .isFalse();

        assertThat(enrollments.find(ann.id())).contains(done);
    }

    @Test
    void of_many_who_conclude_a_call_one_does() throws Exception {
        var ann = dialing("ann", 1, "t1");
        queued("bob", 2, "t2");
        var done = finished(ann, Outcome.COMPLETED, Status.COMPLETED);
        List<Callable<Boolean>> concluders = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(n -> () -> enrollments.conclude(ann, done, closed(ann, Outcome.COMPLETED)))
                .toList();

        assertThat(all(concluders)).containsOnlyOnce(true).hasSize(8);

        assertActive(1);
    }

    @Test
    void a_call_is_not_concluded_by_what_happened_to_the_one_before() {
        var first = dialing("ann", 1, "t1");
        var waiting = new Enrollment.Waiting(first.who(), NOON, LANE);
        enrollments.conclude(first, waiting, closed(first, Outcome.CARRIER_ERROR));
        var queued = claim(waiting, "t2").to();
        enrollments.claim(List.of(new Claim(waiting, queued)), limits());
        var second = queued.dial(CALL_END);
        enrollments.dial(queued, second, dial(queued));

        assertThat(enrollments.conclude(first, waiting, closed(first, Outcome.BUSY)))
                .isFalse();

        assertThat(enrollments.find(first.id())).contains(second);
        assertActive(1);
    }
}
