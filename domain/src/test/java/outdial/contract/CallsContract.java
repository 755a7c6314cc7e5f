package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.LANE;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Attempts;
import outdial.call.Closing;
import outdial.call.Outcome;
import outdial.contact.ContactId;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments.Claim;
import outdial.enrollment.Enrollments.Dial;
import outdial.enrollment.Enrollments.SlotLimit;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.NumberRecord.Busy;
import outdial.enrollment.Numbers;
import outdial.enrollment.Token;
import outdial.phone.PhoneNumber;

/// `Numbers` and `Attempts`: what calls leave behind. The index of closed attempts must be up to date when it
/// is asked.
public abstract class CallsContract extends PortsContract {
    private static final Instant CALL_END = NOON.plusSeconds(600);

    private Numbers numbers = ports.books().numbers();
    private Attempts attempts = ports.books().attempts();

    @BeforeEach
    void have_a_carrier_with_many_lines() {
        numbers = ports.books().numbers();
        attempts = ports.books().attempts();
        ports.slots().limit(scene.carrier(), 50);
    }

    @Test
    void a_number_nobody_knows_has_a_fresh_record() {
        assertThat(numbers.find(scene.workspace(), phone(1)))
                .isEqualTo(new NumberRecord(
                        scene.workspace(), phone(1), List.of(), NumberRecord.Heard.NOTHING, Optional.empty(), 0));
    }

    @Test
    void the_records_of_many_numbers_are_told_at_once() {
        dialled("ann", 1);
        dialled("bob", 149);

        List<PhoneNumber> many = IntStream.range(0, 250).mapToObj(Scene::phone).toList();

        NumberRecord first = numbers.find(scene.workspace(), phone(1));
        NumberRecord second = numbers.find(scene.workspace(), phone(149));
        assertThat(numbers.find(scene.workspace(), many)).isEqualTo(Map.of(phone(1), first, phone(149), second));
        assertThat(first.busyUntil(CALL_END.minusMillis(1))).contains(CALL_END);
        assertThat(first.busyUntil(CALL_END)).isEmpty();
        assertThat(numbers.find(scene.workspace(), Set.of())).isEmpty();
    }

    @Test
    void a_number_is_free_after_its_call_and_remembers_it() {
        var dialing = dialled("ann", 1);

        numbers.free(scene.workspace(), phone(1), dialing.attempt(), NumberRecord.Heard.NOTHING);

        assertThat(numbers.find(scene.workspace(), phone(1)))
                .isEqualTo(new NumberRecord(
                        scene.workspace(), phone(1), List.of(NOON), NumberRecord.Heard.NOTHING, Optional.empty(), 1));
        assertThat(numbers.find(scene.workspace(), phone(1)).busyUntil(NOON)).isEmpty();
    }

    @Test
    void a_number_is_not_freed_by_a_call_it_is_not_in() {
        var dialing = dialled("ann", 1);

        numbers.free(scene.workspace(), phone(1), new AttemptId("another"), NumberRecord.Heard.NOTHING);

        assertThat(numbers.find(scene.workspace(), phone(1)))
                .isEqualTo(new NumberRecord(
                        scene.workspace(),
                        phone(1),
                        List.of(NOON),
                        NumberRecord.Heard.NOTHING,
                        Optional.of(new Busy(dialing.attempt(), CALL_END)),
                        1));
    }

    @Test
    void freeing_a_number_nobody_knows_leaves_it_unknown() {
        numbers.free(scene.workspace(), phone(1), new AttemptId("another"), NumberRecord.Heard.NOTHING);

        assertThat(numbers.find(scene.workspace(), phone(1)))
                .isEqualTo(NumberRecord.fresh(scene.workspace(), phone(1)));
    }

    @Test
    void an_undone_call_is_forgotten() {
        var dialing = dialled("ann", 1);

        numbers.undo(scene.workspace(), phone(1), dialing.attempt(), NOON);
        numbers.undo(scene.workspace(), phone(1), dialing.attempt(), NOON);

        assertThat(numbers.find(scene.workspace(), phone(1)))
                .isEqualTo(new NumberRecord(
                        scene.workspace(), phone(1), List.of(), NumberRecord.Heard.NOTHING, Optional.empty(), 2));
    }

    @Test
    void undoing_a_call_leaves_the_one_the_number_is_in_by_now() {
        var first = dialled("ann", 1);
        numbers.free(scene.workspace(), phone(1), first.attempt(), NumberRecord.Heard.NOTHING);
        var second = dialled("bob", 1, NOON.plusSeconds(60));

        numbers.undo(scene.workspace(), phone(1), first.attempt(), NOON);

        assertThat(numbers.find(scene.workspace(), phone(1)))
                .isEqualTo(new NumberRecord(
                        scene.workspace(),
                        phone(1),
                        List.of(NOON.plusSeconds(60)),
                        NumberRecord.Heard.NOTHING,
                        Optional.of(new Busy(second.attempt(), CALL_END)),
                        3));
    }

    @Test
    void an_attempt_nobody_made_is_not_found() {
        assertThat(attempts.find(new ContactId("nobody"), new AttemptId("none")))
                .isEmpty();
    }

    @Test
    void the_first_call_that_is_told_of_is_the_attempts_and_stays_so() {
        var dialing = dialled("ann", 1);
        ContactId ann = dialing.id().contact();
        assertThat(attempts.callOf(ann, dialing.attempt())).isEmpty();

        assertThat(attempts.note(ann, dialing.attempt(), "call-1")).isTrue();
        assertThat(attempts.note(ann, dialing.attempt(), "call-2")).isFalse();
        assertThat(attempts.note(ann, dialing.attempt(), "call-1")).isTrue();

        assertThat(attempts.callOf(ann, dialing.attempt())).contains("call-1");
    }

    @Test
    void a_call_for_an_attempt_that_nobody_made_is_not_noted() {
        assertThat(attempts.note(new ContactId("nobody"), new AttemptId("none"), "call-1"))
                .isFalse();

        assertThat(attempts.find(new ContactId("nobody"), new AttemptId("none")))
                .isEmpty();
    }

    @Test
    void a_noted_call_changes_nothing_else_of_an_attempt() {
        var dialing = dialled("ann", 1);
        ContactId ann = dialing.id().contact();
        Attempt attempt = attempts.find(ann, dialing.attempt()).orElseThrow();

        attempts.note(ann, dialing.attempt(), "call-1");

        assertThat(attempts.find(ann, dialing.attempt())).contains(attempt);
    }

    @Test
    void an_attempt_that_was_closed_by_its_lease_is_amended_once() {
        var attempt = closed("ann", 1, closing(Outcome.UNKNOWN, Closing.By.LEASE));
        var truth = attempt.close(closing(Outcome.COMPLETED, Closing.By.CARRIER));
        var other = attempt.close(closing(Outcome.BUSY, Closing.By.CARRIER));

        assertThat(attempts.amend(truth)).isTrue();
        assertThat(attempts.amend(other)).isFalse();

        assertThat(attempts.find(attempt.contact(), attempt.id())).contains(truth);
    }

    @Test
    void an_amended_attempt_loses_nothing_that_the_report_did_not_bring() {
        var attempt = closed("ann", 1, closing(Outcome.UNKNOWN, Closing.By.LEASE));
        var bare = attempt.close(new Closing(
                Outcome.NO_ANSWER,
                Closing.By.CARRIER,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                NOON.plusSeconds(40)));

        attempts.amend(bare);

        assertThat(attempts.find(attempt.contact(), attempt.id()).map(Attempt::startedAt))
                .contains(NOON);
        assertThat(attempts.find(attempt.contact(), attempt.id())
                        .flatMap(Attempt::closing)
                        .map(Closing::outcome))
                .contains(Outcome.NO_ANSWER);
    }

    @Test
    void what_the_carrier_said_is_not_amended() {
        var attempt = closed("ann", 1, closing(Outcome.BUSY, Closing.By.CARRIER));
        var unplaced = closed("bob", 2, closing(Outcome.CARRIER_ERROR, Closing.By.NOT_PLACED));

        assertThat(attempts.amend(attempt.close(closing(Outcome.COMPLETED, Closing.By.CARRIER))))
                .isFalse();
        assertThat(attempts.amend(unplaced.close(closing(Outcome.COMPLETED, Closing.By.CARRIER))))
                .isFalse();

        assertThat(attempts.find(attempt.contact(), attempt.id())).contains(attempt);
    }

    @Test
    void an_open_or_unknown_attempt_is_not_amended() {
        var open = dialled("ann", 1);
        Attempt attempt = attempts.find(open.id().contact(), open.attempt()).orElseThrow();

        assertThat(attempts.amend(attempt.close(closing(Outcome.BUSY, Closing.By.CARRIER))))
                .isFalse();

        assertThat(attempts.find(open.id().contact(), open.attempt())).contains(attempt);
    }

    @Test
    void a_list_gives_the_closed_attempts_of_a_campaign_page_by_page() {
        List<Attempt> closed = IntStream.range(0, 12)
                .mapToObj(n -> closed("n" + n, n, closing(Outcome.BUSY, Closing.By.CARRIER)))
                .toList();
        dialled("open", 20);

        List<List<Attempt>> pages =
                pages(5, page -> attempts.list(scene.campaign().id(), page));

        assertThat(pages).allSatisfy(page -> assertThat(page).hasSizeLessThanOrEqualTo(5));
        assertThat(pages.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(closed);
    }

    private Enrollment.Dialing dialled(String who, int phone) {
        return dialled(who, phone, NOON);
    }

    private Enrollment.Dialing dialled(String who, int phone, Instant at) {
        var enrollments = ports.books().enrollments();
        var waiting = scene.waiting(who, phone(phone), NOON);
        ports.books().contacts().add(List.of(scene.contact(who, phone(phone))));
        enrollments.add(List.of(new NewEnrollment(waiting, "list.csv#1", Map.of())));
        var queued = waiting.claim(
                new Token(scene.workspace() + "-" + who), NOON.plusSeconds(120), List.of(scene.carrier()));
        enrollments.claim(List.of(new Claim(waiting, queued)), List.of(new SlotLimit(scene.carrier(), 50)));
        var dialing = queued.dial(CALL_END);
        NumberRecord number = numbers.find(scene.workspace(), phone(phone))
                .dialled(queued.token().attempt(), at, CALL_END);
        enrollments.dial(queued, dialing, new Dial(Scene.attempt(queued, at), number, 1));
        assertThat(enrollments.find(waiting.id()))
                .contains(new Enrollment.Dialing(
                        waiting.who(), queued.token().attempt(), CALL_END, List.of(scene.carrier()), LANE));
        return dialing;
    }

    private Attempt closed(String who, int phone, Closing closing) {
        var dialing = dialled(who, phone);
        Attempt closed = attempts.find(dialing.id().contact(), dialing.attempt())
                .orElseThrow()
                .close(closing);
        ports.books().enrollments().conclude(dialing, dialing.undo(NOON), closed);
        return closed;
    }

    private static Closing closing(Outcome outcome, Closing.By by) {
        return new Closing(
                outcome,
                by,
                Optional.of("call-1"),
                OptionalInt.of(480),
                Optional.of(NOON.plusSeconds(5)),
                NOON.plusSeconds(30));
    }
}
