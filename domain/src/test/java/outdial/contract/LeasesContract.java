package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.LANE;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.URGENT;
import static outdial.contract.Scene.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Closing;
import outdial.call.Outcome;
import outdial.dialing.Slots.Use;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Enrollments.Claim;
import outdial.enrollment.Enrollments.Dial;
import outdial.enrollment.Enrollments.SlotLimit;
import outdial.enrollment.Enrollments.Start;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.NumberRecord.Busy;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.enrollment.Token;

/// Contacts that hold slots: claimed, dialled and concluded. Slots change with them, never below 0 or above the limit.
public abstract class LeasesContract extends PortsContract {
    private static final Instant LEASE_END = NOON.plusSeconds(120);
    private static final Instant CALL_END = NOON.plusSeconds(600);

    private Enrollments enrollments = ports.books().enrollments();

    /// Two calls at once in the campaign, five from its number, ten by the carrier.
    @BeforeEach
    void have_a_campaign_with_two_slots() {
        enrollments = ports.books().enrollments();
        ports.books().campaigns().add(scene.draft(scene.settings(2)));
        ports.books().workspaces().put(scene.workspace(), scene.callerNumber(5));
        ports.slots().limit(scene.carrier(), 10);
    }

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
        var later = ann.postpone(NOON.plusSeconds(60));
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

        assertThat(enrollments.release(queued, queued.finish(Status.DO_NOT_CALL)))
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
                        scene.workspace(), phone(1), List.of(NOON), Optional.of(new Busy(id, CALL_END)), 1));
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
                dialing.who().after(dialing.attempt(), Outcome.BUSY), NOON.plus(Duration.ofHours(1)), URGENT);

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
        var waiting = first.undo(NOON);
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

    private Enrollment.Waiting add(String who, int phone) {
        var waiting = scene.waiting(who, phone(phone), NOON);
        ports.books().contacts().add(List.of(scene.contact(who, phone(phone))));
        enrollments.add(List.of(new NewEnrollment(waiting, "list.csv#1", Map.of())));
        return waiting;
    }

    private Claim claim(Enrollment.Waiting waiting, String token) {
        return new Claim(waiting, waiting.claim(token(token), LEASE_END, scene.scopes()));
    }

    private Token token(String token) {
        return new Token(scene.workspace() + "-" + token);
    }

    private Enrollment.Queued queued(String who, int phone, String token) {
        return queued(who, phone, token, limits());
    }

    private Enrollment.Queued queued(String who, int phone, String token, List<SlotLimit> limits) {
        return enrollments.claim(List.of(claim(add(who, phone), token)), limits).getFirst();
    }

    private Enrollment.Dialing dialing(String who, int phone, String token) {
        var queued = queued(who, phone, token);
        var dialing = queued.dial(CALL_END);
        assertThat(enrollments.dial(queued, dialing, dial(queued))).isEqualTo(Start.STARTED);
        return dialing;
    }

    private Dial dial(Enrollment.Queued queued) {
        return dial(ports.books().numbers().find(scene.workspace(), queued.who().phone()), queued);
    }

    private static Dial dial(NumberRecord number, Enrollment.Queued queued) {
        return new Dial(
                Scene.attempt(queued, NOON), number.dialled(queued.token().attempt(), NOON, CALL_END), 1);
    }

    private static Attempt closed(Enrollment.Dialing dialing, Outcome outcome) {
        var closing = new Closing(
                outcome,
                Closing.By.CARRIER,
                Optional.of("call-1"),
                OptionalInt.of(486),
                Optional.empty(),
                NOON.plusSeconds(30));
        return new Attempt(
                        dialing.attempt(),
                        dialing.who().campaign(),
                        dialing.who().contact(),
                        new Attempt.Route(dialing.who().phone(), Scene.CALLER, "chime"),
                        1,
                        NOON,
                        Optional.empty())
                .close(closing);
    }

    private static Enrollment.Finished finished(Enrollment.Dialing dialing, Outcome outcome, Status status) {
        return new Enrollment.Finished(dialing.who().after(dialing.attempt(), outcome), status);
    }

    private void forbid(Set<Channel> channels) {
        ports.books()
                .doNotCall()
                .add(new DoNotCallEntry(scene.workspace(), phone(1), channels, "API", "asked by mail", NOON));
    }

    private List<Enrollment.Leased> expired(Instant now, int limit) {
        return enrollments.expired(scene.campaign().id(), now, limit);
    }

    private List<SlotLimit> limits() {
        return limits(2, 5);
    }

    private List<SlotLimit> limits(int campaign, int number) {
        List<Scope> scopes = scene.scopes();
        return List.of(
                new SlotLimit(scopes.get(0), campaign),
                new SlotLimit(scopes.get(1), number),
                new SlotLimit(scopes.get(2), 10));
    }

    /// So many calls are counted in each of the three scopes.
    private void assertActive(int calls) {
        assertThat(ports.slots().of(scene.scopes()))
                .hasSize(3)
                .allSatisfy(use -> assertThat(use.active()).isEqualTo(calls));
    }

    private void assertNothingDialled(Enrollment.Queued queued) {
        assertThat(ports.books()
                        .attempts()
                        .find(queued.id().contact(), queued.token().attempt()))
                .isEmpty();
        assertThat(ports.books().numbers().find(scene.workspace(), phone(1)))
                .isEqualTo(NumberRecord.fresh(scene.workspace(), phone(1)));
    }

    private static <T> List<T> all(List<Callable<T>> tasks) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
        }
    }
}
