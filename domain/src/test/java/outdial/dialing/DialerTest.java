package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.contract.Scene.LANE;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;
import static outdial.dialing.Desk.CALL_LEASE;
import static outdial.dialing.Desk.attempts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Closing;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.campaign.Details;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.contact.ContactId;
import outdial.contact.Contacts;
import outdial.contract.Scene;
import outdial.dialing.Carrier.Placement;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Reason;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.NumberRecord.Busy;
import outdial.enrollment.Numbers;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.enrollment.Token;
import outdial.memory.Interposed;
import outdial.memory.MemoryWakeups.Wakeup;

final class DialerTest {
    /// A call that need not wait begins a moment after it was ordered, the time of the write.
    private static final Instant START = NOON.plusMillis(50);

    private static final AttemptId FIRST = new AttemptId("token-1");

    private final Desk desk = Desk.with("ann");

    @Test
    void an_order_becomes_one_call_that_is_written_down_first() {
        DialOrder order = desk.ordered().getFirst();

        desk.dial(order);

        Attempt attempt = new Attempt(
                FIRST,
                desk.ref(),
                desk.scene.contactId("ann"),
                new Attempt.Route(phone(1), Scene.CALLER, "chime"),
                1,
                START,
                Optional.empty());
        assertThat(desk.carrier.asked()).containsExactly(attempt);
        assertThat(desk.attempt("ann", "token-1")).isEqualTo(attempt);
        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Dialing(
                        desk.scene.enrolled("ann", phone(1)), FIRST, START.plus(CALL_LEASE), desk.scopes(), LANE));
        assertThat(desk.memory.numbers().find(desk.scene.workspace(), phone(1)))
                .isEqualTo(new NumberRecord(
                        desk.scene.workspace(),
                        phone(1),
                        List.of(START),
                        NumberRecord.Heard.NOTHING,
                        Optional.of(new Busy(FIRST, START.plus(CALL_LEASE))),
                        1));
        assertThat(desk.active()).isEqualTo(1);
    }

    @Test
    void an_order_that_comes_twice_is_one_call() {
        DialOrder order = desk.ordered().getFirst();

        desk.dial(order);
        desk.dial(order);

        assertThat(desk.asked()).isEqualTo(attempts("token-1"));
        assertThat(desk.active()).isEqualTo(1);
    }

    @Test
    void an_order_with_a_token_of_another_claim_does_nothing() {
        DialOrder order = desk.ordered().getFirst();
        Enrollment queued = desk.of("ann");

        desk.dialer().dial(new DialOrder(order.enrollment(), new Token("token-of-old"), Duration.ZERO, false));

        assertThat(desk.of("ann")).isEqualTo(queued);
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void an_order_for_a_contact_nobody_knows_does_nothing() {
        var nobody = new EnrollmentId(desk.ref().id(), new ContactId("nobody"));
        desk.dialer().dial(new DialOrder(nobody, new Token("token-1"), Duration.ZERO, false));

        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void an_order_that_comes_too_late_in_its_lease_is_left_to_heal() {
        DialOrder order = desk.ordered().getFirst();
        Enrollment queued = desk.of("ann");
        desk.clock.set(NOON.plusSeconds(105));

        desk.dial(order);

        assertThat(desk.of("ann")).isEqualTo(queued);
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void an_order_with_just_enough_room_in_its_lease_is_carried_out() {
        DialOrder order = desk.ordered().getFirst();
        desk.clock.set(NOON.plusMillis(104_999));

        desk.dial(order);

        assertThat(desk.asked()).isEqualTo(attempts("token-1"));
    }

    @Test
    void an_order_that_comes_after_its_lease_was_healed_does_nothing() {
        DialOrder order = desk.ordered().getFirst();
        desk.pause();
        desk.clock.set(NOON.plusSeconds(121));
        desk.sweep();
        Enrollment healed = desk.of("ann");

        desk.dial(order);

        assertThat(healed)
                .isEqualTo(new Enrollment.Waiting(desk.scene.enrolled("ann", phone(1)), NOON.plusSeconds(121), LANE));
        assertThat(desk.of("ann")).isEqualTo(healed);
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void a_campaign_that_was_paused_meanwhile_calls_nobody() {
        DialOrder order = desk.ordered().getFirst();
        desk.pause();

        desk.dial(order);

        assertWaits(NOON, Reason.CAMPAIGN);
    }

    @Test
    void a_campaign_that_was_cancelled_meanwhile_calls_nobody() {
        DialOrder order = desk.ordered().getFirst();
        desk.become(new Campaign.Cancelled(desk.campaign().details()));

        desk.dial(order);

        assertWaits(NOON, Reason.CAMPAIGN);
    }

    @Test
    void a_campaign_whose_end_has_come_calls_nobody() {
        DialOrder order = desk.ordered().getFirst();
        change(desk.scene.settings(2), Optional.empty(), Optional.of(NOON));

        desk.dial(order);

        assertWaits(NOON, Reason.CAMPAIGN);
    }

    @Test
    void a_campaign_that_is_to_begin_later_calls_nobody() {
        DialOrder order = desk.ordered().getFirst();
        change(desk.scene.settings(2), Optional.of(NOON.plusSeconds(1)), Optional.empty());

        desk.dial(order);

        assertWaits(NOON, Reason.CAMPAIGN);
    }

    @Test
    void nobody_is_called_who_could_ring_past_the_end_of_the_window() {
        desk.clock.set(Instant.parse("2026-03-02T21:59:00Z"));
        DialOrder order = desk.ordered().getFirst();
        desk.clock.set(Instant.parse("2026-03-02T21:59:30Z"));

        desk.dial(order);

        assertWaits(Instant.parse("2026-03-03T14:00:00Z"), Reason.HOURS);
    }

    @Test
    void who_said_stop_while_the_order_was_on_its_way_is_not_called() {
        DialOrder order = desk.ordered().getFirst();
        optOut();

        desk.dial(order);

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Finished(desk.scene.enrolled("ann", phone(1)), Status.DO_NOT_CALL));
        assertThat(desk.asked()).isEmpty();
        assertThat(desk.active()).isZero();
        assertThat(desk.wakeups.take()).containsExactly(new Wakeup(desk.ref(), false, Duration.ZERO));
    }

    @Test
    void a_contact_that_is_gone_is_not_called() {
        DialOrder order = desk.ordered().getFirst();
        Books books = seeing(Contacts.class, Optional.empty());

        desk.dialer(books, desk.clock).dial(order);

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Finished(
                        desk.scene.enrolled("ann", phone(1)),
                        Status.FAILED,
                        "the contact is gone, or has another number"));
        assertThat(desk.asked()).isEmpty();
        assertThat(desk.active()).isZero();
    }

    @Test
    void a_contact_that_changes_while_it_is_dialled_is_looked_at_again() {
        DialOrder order = desk.ordered().getFirst();
        var old = desk.scene.contact("ann", phone(1));
        var seen = new outdial.contact.Contact(
                old.id(), old.workspace(), old.profile(), old.campaigns(), 2, old.createdAt());
        Books books = seeing(Contacts.class, Optional.of(seen));

        desk.dialer(books, desk.clock).dial(order);

        assertWaits(NOON.plusSeconds(1), Reason.NUMBER_BUSY);
    }

    @Test
    void a_number_that_is_in_a_call_of_another_campaign_is_called_after_it() {
        var other = desk.otherCampaign();
        desk.enroll(other, "bob", 1);
        DialOrder order = desk.ordered().getFirst();
        desk.dispatcher().dispatch(other, true);
        desk.dial(desk.queue.take().getFirst());

        desk.dial(order);

        assertThat(desk.asked()).isEqualTo(attempts("token-2"));
        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Waiting(
                        desk.scene.enrolled("ann", phone(1)), START.plus(CALL_LEASE), LANE, Reason.NUMBER_BUSY));
    }

    @Test
    void a_number_that_is_called_while_it_is_dialled_is_looked_at_again() {
        DialOrder order = desk.ordered().getFirst();
        NumberRecord called =
                NumberRecord.fresh(desk.scene.workspace(), phone(1)).dialled(FIRST, NOON, NOON);
        Books books = seeing(Numbers.class, called);

        desk.dialer(books, desk.clock).dial(order);

        assertWaits(NOON.plusSeconds(1), Reason.NUMBER_BUSY);
    }

    @Test
    void a_call_waits_for_its_place_in_the_pace() {
        desk.memory.pace().pushBack(Scope.carrier("chime"), NOON.plusMillis(1500));
        DialOrder order = desk.ordered().getFirst();

        desk.dial(order);

        assertThat(desk.attempt("ann", "token-1").startedAt()).isEqualTo(NOON.plusMillis(1500));
        assertThat(desk.clock.instant()).isEqualTo(NOON.plusMillis(1500));
        assertThat(desk.asked()).isEqualTo(attempts("token-1"));
    }

    @Test
    void a_call_whose_place_in_the_pace_is_far_is_put_back_until_then_and_takes_none() {
        DialOrder order = desk.ordered().getFirst();
        desk.memory.pace().pushBack(Scope.carrier("chime"), NOON.plusMillis(2001));

        desk.dial(order);

        assertWaits(NOON.plusMillis(2001), Reason.CARRIER);
        assertThat(desk.memory.pace().next(Scope.carrier("chime"))).isEqualTo(NOON.plusMillis(2001));
    }

    @Test
    void a_call_that_was_overtaken_on_the_way_to_its_place_does_not_wait_for_long() {
        DialOrder order = desk.ordered().getFirst();
        Dialer overtaken = new Dialer(
                desk.memory.books(),
                desk.memory.books(),
                desk.line(new OvertakingPace(desk, 10), desk.queue),
                desk.carrier,
                desk.clock);

        overtaken.dial(order);

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.clock.instant()).isEqualTo(NOON);
        assertThat(desk.active()).isZero();
    }

    @Test
    void a_pause_while_a_call_waits_for_its_place_is_seen() {
        desk.memory.pace().pushBack(Scope.carrier("chime"), NOON.plusMillis(1500));
        DialOrder order = desk.ordered().getFirst();

        desk.dialer(desk.memory.books(), meanwhile(desk::pause)).dial(order);

        assertWaits(NOON.plusMillis(1450), Reason.CAMPAIGN);
    }

    @Test
    void an_opt_out_while_a_call_waits_for_its_place_is_seen() {
        desk.memory.pace().pushBack(Scope.carrier("chime"), NOON.plusMillis(1500));
        DialOrder order = desk.ordered().getFirst();

        desk.dialer(desk.memory.books(), meanwhile(this::optOut)).dial(order);

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.of("ann").status()).isEqualTo(Status.DO_NOT_CALL);
    }

    @Test
    void calls_of_a_throttled_campaign_keep_its_pace_and_the_carriers() {
        Desk slow = Desk.with(throttled(Duration.ofMillis(1500)), "ann", "bob");

        slow.ordered().forEach(slow::dial);

        assertThat(slow.carrier.asked()).extracting(Attempt::startedAt).containsExactly(START, START.plusMillis(1500));
        assertThat(slow.memory.pace().next(Scope.carrier("chime"))).isEqualTo(START.plusMillis(2500));
    }

    @Test
    void a_call_that_was_held_up_before_the_carrier_is_not_placed() {
        DialOrder order = desk.ordered().getFirst();
        Pauses stuck = instant -> desk.clock.set(instant.plusMillis(5001));

        desk.dialer(desk.memory.books(), stuck).dial(order);

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.of("ann").status()).isEqualTo(Status.PENDING);
        assertThat(desk.active()).isZero();
        assertThat(desk.memory.numbers().find(desk.scene.workspace(), phone(1)).busyUntil(NOON))
                .isEmpty();
    }

    @Test
    void a_placed_call_is_left_to_its_facts() {
        desk.carrier.willAnswer(new Placement.Placed("call-7"));

        desk.callAll();

        assertThat(desk.of("ann").status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(desk.attempt("ann", "token-1").closing()).isEmpty();
    }

    @Test
    void a_call_that_may_have_been_placed_is_never_asked_for_again() {
        desk.carrier.willAnswer(new Placement.Unknown("timeout"));
        DialOrder order = desk.ordered().getFirst();

        desk.dial(order);
        desk.dial(order);

        assertThat(desk.asked()).isEqualTo(attempts("token-1"));
        assertThat(desk.of("ann").status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(desk.active()).isEqualTo(1);
    }

    @Test
    void a_dialer_that_dies_while_it_asks_is_not_followed_by_a_second_call() {
        DialOrder order = desk.ordered().getFirst();
        Carrier dying = attempt -> {
            throw new IllegalStateException("out of memory");
        };
        Dialer dead = new Dialer(desk.memory.books(), desk.memory.books(), desk.line(), dying, desk.clock);

        assertThatThrownBy(() -> dead.dial(order)).hasMessage("out of memory");
        desk.dial(order);

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.of("ann").status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void a_throttled_call_costs_no_attempt_and_slows_the_carrier_down() {
        desk.carrier.willAnswer(new Placement.Throttled("429"));
        desk.ordered().forEach(desk::dial);
        Instant asked = desk.clock.instant();

        assertWaits(asked.plusSeconds(2), Reason.CARRIER);
        assertThat(desk.asked()).isEqualTo(attempts("token-1"));
        assertThat(desk.attempt("ann", "token-1").closing()).contains(notPlaced(Outcome.CARRIER_ERROR, asked));
        assertThat(desk.memory.numbers().find(desk.scene.workspace(), phone(1)))
                .isEqualTo(new NumberRecord(
                        desk.scene.workspace(), phone(1), List.of(), NumberRecord.Heard.NOTHING, Optional.empty(), 2));
        assertThat(desk.memory.pace().next(Scope.carrier("chime"))).isEqualTo(asked.plusSeconds(2));
        assertThat(desk.wakeups.take())
                .containsExactly(
                        new Wakeup(desk.ref(), false, Duration.ZERO),
                        new Wakeup(desk.ref(), true, Duration.ofSeconds(2)));
    }

    @Test
    void our_own_fault_costs_no_attempt_and_stops_the_carrier_for_a_minute() {
        desk.carrier.willAnswer(new Placement.OurFault("AccessDenied"));
        desk.ordered().forEach(desk::dial);
        Instant asked = desk.clock.instant();

        assertWaits(asked.plusSeconds(60), Reason.CARRIER);
        assertThat(desk.memory.pace().next(Scope.carrier("chime"))).isEqualTo(asked.plusSeconds(60));
    }

    @Test
    void a_number_the_carrier_cannot_call_is_final_and_costs_no_attempt() {
        desk.carrier.willAnswer(new Placement.BadDestination("not a number"));
        desk.ordered().forEach(desk::dial);

        var who = new Enrolled(
                desk.ref(),
                desk.scene.contactId("ann"),
                phone(1),
                LANE,
                0,
                Map.of(),
                Optional.of(new Enrolled.Last(FIRST, Outcome.INVALID_NUMBER)),
                NOON,
                Optional.empty());
        assertThat(desk.of("ann")).isEqualTo(new Enrollment.Finished(who, Status.FAILED));
        assertThat(desk.attempt("ann", "token-1").closing())
                .contains(notPlaced(Outcome.INVALID_NUMBER, desk.clock.instant()));
        assertThat(desk.active()).isZero();
        assertThat(desk.memory.numbers().find(desk.scene.workspace(), phone(1)).busyUntil(NOON))
                .isEmpty();
        assertThat(desk.wakeups.take()).containsExactly(new Wakeup(desk.ref(), false, Duration.ZERO));
    }

    @Test
    void an_answer_that_comes_after_the_lease_was_healed_changes_nothing() {
        DialOrder order = desk.ordered().getFirst();
        Carrier slow = attempt -> {
            desk.clock.advance(CALL_LEASE.plusSeconds(1));
            desk.sweep();
            return new Placement.Throttled("503");
        };

        new Dialer(desk.memory.books(), desk.memory.books(), desk.line(), slow, desk.clock).dial(order);

        assertThat(desk.attempt("ann", "token-1").closing().map(Closing::by)).contains(Closing.By.LEASE);
        assertThat(desk.of("ann").who().attempts()).isEqualTo(1);
        assertThat(desk.active()).isZero();
    }

    private void optOut() {
        new OptOuts(desk.memory.books())
                .stop(new DoNotCallEntry(
                        desk.scene.workspace(), phone(1), Set.of(Channel.PHONE), "API", "asked by mail", NOON));
    }

    /// Books in which a reader finds this in a port, and not what is there when it is written.
    private Books seeing(Class<?> port, Object seen) {
        return Interposed.on(desk.memory.books(), call -> call.is("find") && call.of(port) ? seen : call.real());
    }

    private Pauses meanwhile(Runnable happens) {
        return instant -> {
            desk.clock.until(instant);
            happens.run();
        };
    }

    private void assertWaits(Instant dueAt, Reason reason) {
        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Waiting(desk.scene.enrolled("ann", phone(1)), dueAt, LANE, reason));
        assertThat(desk.active()).isZero();
    }

    private void change(Settings settings, Optional<Instant> startAt, Optional<Instant> endAt) {
        Settings changed = new Settings(
                settings.name(),
                settings.type(),
                settings.agent(),
                settings.callerNumbers(),
                settings.limits(),
                settings.retries(),
                settings.window(),
                startAt,
                endAt);
        Details now = desk.campaign().details();
        desk.become(
                new Campaign.InProgress(new Details(now.ref(), changed, now.createdAt(), now.version(), now.intake())));
    }

    private Settings throttled(Duration throttle) {
        return desk.scene.settings(new Settings.Limits(2, throttle), RetryRules.DEFAULT);
    }

    private static Closing notPlaced(Outcome outcome, Instant at) {
        return new Closing(outcome, Closing.By.NOT_PLACED, Optional.empty(), OptionalInt.empty(), Optional.empty(), at);
    }
}
