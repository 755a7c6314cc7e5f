package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.LANE;
import static outdial.contract.Scene.NOON;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outdial.call.Attempt;
import outdial.call.Outcome;
import outdial.dialing.Slots.Use;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments.Claim;
import outdial.enrollment.Enrollments.SlotLimit;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;

/// Contacts that are claimed and released. Slots change with them, never below 0 or above the limit.
public abstract class LeasesContract extends LeasesScene {

    @Test
    void a_claim_holds_a_slot_of_each_scope() {
        var ann = add("ann", 1);

        List<Enrollment.Queued> claimed = enrollments.claim(List.of(claim(ann, "t1")), limits());

        var queued = new Enrollment.Queued(ann.who(), token("t1"), LEASE_END, scene.scopes(), LANE);
        assertThat(claimed).containsExactly(queued);
        assertThat(enrollments.find(ann.id())).contains(queued);
        assertActive(1);
    }

    @Test
    void a_claimed_contact_is_not_due() {
        var ann = add("ann", 1);

        enrollments.claim(List.of(claim(ann, "t1")), limits());

        assertThat(enrollments
                        .due(scene.campaign().id(), List.of(LANE), NOON, 10)
                        .contacts())
                .isEmpty();
    }

    @Test
    void a_claimed_contact_is_unfinished() {
        queued("ann", 1, "t1");

        assertThat(enrollments.anyUnfinished(scene.campaign().id())).isTrue();
    }

    @Test
    void a_contact_that_changed_meanwhile_is_left_out_of_the_claim_and_holds_nothing() {
        var ann = add("ann", 1);
        var bob = add("bob", 2);
        var later = ann.postpone(NOON.plusSeconds(60), Enrollment.Reason.HOURS);
        enrollments.change(ann, later);

        var claimed = enrollments.claim(List.of(claim(ann, "t1"), claim(bob, "t2")), limits());

        assertThat(claimed).containsExactly(claim(bob, "t2").to());
        assertThat(enrollments.find(ann.id())).contains(later);
        assertActive(1);
    }

    @Test
    void a_claim_that_only_meets_changed_contacts_takes_nothing() {
        var ann = add("ann", 1);
        enrollments.change(ann, ann.finish(Status.DO_NOT_CALL));

        assertThat(enrollments.claim(List.of(claim(ann, "t1")), limits())).isEmpty();

        assertActive(0);
    }

    @Test
    void a_contact_is_claimed_once() {
        var ann = add("ann", 1);
        enrollments.claim(List.of(claim(ann, "t1")), limits());

        assertThat(enrollments.claim(List.of(claim(ann, "t2")), limits())).isEmpty();

        assertThat(enrollments.find(ann.id())).contains(claim(ann, "t1").to());
        assertActive(1);
    }

    @Test
    void nobody_is_claimed_where_the_slots_do_not_suffice_for_all() {
        List<Claim> three = List.of(claim(add("ann", 1), "t1"), claim(add("bob", 2), "t2"), claim(add("cat", 3), "t3"));

        assertThat(enrollments.claim(three, limits())).isEmpty();

        assertThat(enrollments.find(three.getFirst().from().id()))
                .contains(three.getFirst().from());
        assertActive(0);
    }

    @Test
    void every_scope_must_have_room() {
        ports.books().workspaces().put(scene.workspace(), scene.callerNumber(1));
        queued("ann", 1, "t1", limits(2, 1));
        var bob = add("bob", 2);

        assertThat(enrollments.claim(List.of(claim(bob, "t2")), limits(2, 1))).isEmpty();

        assertActive(1);
    }

    @Test
    void a_claim_fails_where_a_limit_is_another_than_was_seen() {
        var ann = add("ann", 1);
        ports.slots().limit(scene.scopes().getFirst(), 9);

        assertThat(enrollments.claim(List.of(claim(ann, "t1")), limits())).isEmpty();

        assertThat(enrollments.find(ann.id())).contains(ann);
    }

    @Test
    void a_claim_fails_where_a_scope_was_never_limited() {
        var ann = add("ann", 1);
        Scope unknown = Scope.carrier(scene.workspace() + "-unknown");

        assertThat(enrollments.claim(List.of(claim(ann, "t1")), List.of(new SlotLimit(unknown, 10))))
                .isEmpty();

        assertThat(enrollments.find(ann.id())).contains(ann);
        assertThat(ports.slots().of(List.of(unknown))).isEmpty();
    }

    @Test
    void as_many_contacts_as_a_dispatcher_takes_are_claimed_at_once() {
        ports.slots().limit(scene.scopes().getFirst(), 90);
        ports.books().workspaces().put(scene.workspace(), scene.callerNumber(90));
        ports.slots().limit(scene.carrier(), 90);
        List<Claim> ninety = IntStream.range(0, 90)
                .mapToObj(n -> claim(add("n" + n, n), "t" + n))
                .toList();
        List<SlotLimit> limits =
                scene.scopes().stream().map(scope -> new SlotLimit(scope, 90)).toList();

        assertThat(enrollments.claim(ninety, limits)).hasSize(90);

        assertThat(ports.slots().of(scene.scopes())).extracting(Use::active).containsExactly(90, 90, 90);
    }

    @Test
    void of_many_claims_at_once_only_as_many_win_as_there_are_slots() throws Exception {
        List<Callable<List<Enrollment.Queued>>> claims = IntStream.range(0, 8)
                .<Callable<List<Enrollment.Queued>>>mapToObj(n -> {
                    Claim claim = claim(add("n" + n, n), "t" + n);
                    return () -> enrollments.claim(List.of(claim), limits());
                })
                .toList();

        assertThat(all(claims).stream().flatMap(List::stream)).hasSize(2);

        assertActive(2);
    }

    @Test
    void a_released_claim_waits_again_and_holds_nothing() {
        var queued = queued("ann", 1, "t1");

        assertThat(enrollments.release(queued, queued.release(NOON.plusSeconds(1))))
                .isTrue();

        assertThat(enrollments.find(queued.id()))
                .contains(new Enrollment.Waiting(queued.who(), NOON.plusSeconds(1), LANE));
        assertActive(0);
    }

    @Test
    void a_claim_can_be_released_for_good() {
        var queued = queued("ann", 1, "t1");

        assertThat(enrollments.release(queued, queued.finish(Status.DO_NOT_CALL, "")))
                .isTrue();

        assertThat(enrollments.find(queued.id())).contains(new Enrollment.Finished(queued.who(), Status.DO_NOT_CALL));
        assertActive(0);
    }

    @Test
    void a_claim_is_released_once() {
        var ann = queued("ann", 1, "t1");
        queued("bob", 2, "t2");
        enrollments.release(ann, ann.release(NOON));

        assertThat(enrollments.release(ann, ann.release(NOON))).isFalse();

        assertActive(1);
    }

    @Test
    void a_claim_that_somebody_else_has_by_now_is_not_released() {
        var first = queued("ann", 1, "t1");
        var waiting = first.release(NOON);
        enrollments.release(first, waiting);
        var second = claim(waiting, "t2").to();
        enrollments.claim(List.of(new Claim(waiting, second)), limits());

        assertThat(enrollments.release(first, first.release(NOON))).isFalse();

        assertThat(enrollments.find(first.id())).contains(second);
        assertActive(1);
    }

    @Test
    void leases_that_are_over_are_found() {
        var queued = queued("ann", 1, "t1");
        var dialing = dialing("bob", 2, "t2");

        assertThat(expired(LEASE_END.minusMillis(1), 10)).isEmpty();
        assertThat(expired(LEASE_END.plusMillis(1), 10)).containsExactly(queued);
        assertThat(expired(CALL_END.plusMillis(1), 10)).containsExactlyInAnyOrder(queued, dialing);
        assertThat(expired(CALL_END.plusMillis(1), 1)).hasSize(1);
    }

    @Test
    void a_lease_that_was_ended_is_not_found() {
        var queued = queued("ann", 1, "t1");
        var dialing = dialing("bob", 2, "t2");
        enrollments.release(queued, queued.release(NOON));
        enrollments.conclude(dialing, finished(dialing, Outcome.BUSY, Status.NO_ANSWER), closed(dialing, Outcome.BUSY));

        assertThat(expired(CALL_END.plusMillis(1), 10)).isEmpty();
    }

    @Test
    void the_slots_of_a_call_that_ends_pass_to_the_one_who_is_claimed_with_it() {
        var ann = dialing("ann", 1, "t1");
        Claim bob = claim(add("bob", 2), "t2");
        var done = finished(ann, Outcome.COMPLETED, Status.COMPLETED);
        Attempt closed = closed(ann, Outcome.COMPLETED);

        assertThat(enrollments.handOver(ann, done, closed, bob)).isTrue();

        assertThat(enrollments.find(ann.id())).contains(done);
        assertThat(enrollments.find(bob.from().id())).contains(bob.to());
        assertThat(ports.books().attempts().find(ann.id().contact(), ann.attempt()))
                .contains(closed);
        assertActive(1);
    }

    @Test
    void nothing_is_handed_over_to_one_who_changed_meanwhile() {
        var ann = dialing("ann", 1, "t1");
        Claim bob = claim(add("bob", 2), "t2");
        enrollments.change(bob.from(), bob.from().finish(Status.SKIPPED, "asked"));

        assertThat(enrollments.handOver(
                        ann, finished(ann, Outcome.COMPLETED, Status.COMPLETED), closed(ann, Outcome.COMPLETED), bob))
                .isFalse();

        assertThat(enrollments.find(ann.id())).contains(ann);
        assertThat(ports.books().attempts().find(ann.id().contact(), ann.attempt()))
                .map(Attempt::closing)
                .contains(Optional.empty());
        assertActive(1);
    }

    @Test
    void the_slots_of_a_call_are_handed_over_once() throws Exception {
        var ann = dialing("ann", 1, "t1");
        var done = finished(ann, Outcome.COMPLETED, Status.COMPLETED);
        List<Callable<Boolean>> concluders = IntStream.range(2, 10)
                .mapToObj(n -> claim(add("n" + n, n), "t" + n))
                .<Callable<Boolean>>map(
                        heir -> () -> enrollments.handOver(ann, done, closed(ann, Outcome.COMPLETED), heir))
                .toList();

        assertThat(all(concluders)).containsOnlyOnce(true).hasSize(8);

        assertThat(enrollments.leased(scene.campaign().id(), 10)).hasSize(1);
        assertActive(1);
    }
}
