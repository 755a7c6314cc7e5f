package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.contract.Scene.LANE;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;
import static outdial.dialing.Desk.CALL_LEASE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignType;
import outdial.campaign.Campaigns;
import outdial.campaign.Details;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.contract.Scene;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Groups;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.enrollment.Token;
import outdial.memory.Interposed;
import outdial.memory.MemoryWakeups.Wakeup;

final class DispatcherTest {
    private static final Instant CLOSING = Instant.parse("2026-03-02T22:00:00Z");

    private Desk desk = Desk.with("ann", "bob", "cat");

    @Test
    void as_many_are_claimed_as_there_are_slots_and_an_order_goes_out_for_each() {
        desk.sweep();

        assertThat(desk.queue.take())
                .containsExactly(
                        new DialOrder(desk.of("ann").id(), new Token("token-1"), Duration.ZERO, false),
                        new DialOrder(desk.of("bob").id(), new Token("token-2"), Duration.ofSeconds(1), false));
        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Queued(
                        desk.scene.enrolled("ann", phone(1)),
                        new Token("token-1"),
                        NOON.plusSeconds(120),
                        desk.scopes(),
                        LANE));
        assertThat(desk.of("bob"))
                .isEqualTo(new Enrollment.Queued(
                        desk.scene.enrolled("bob", phone(2)),
                        new Token("token-2"),
                        NOON.plusSeconds(121),
                        desk.scopes(),
                        LANE));
        assertThat(desk.of("cat").status()).isEqualTo(Status.PENDING);
        assertThat(desk.active()).isEqualTo(2);
    }

    @Test
    void nobody_is_claimed_twice() {
        desk.sweep();
        desk.queue.take();

        desk.sweep();

        assertThat(desk.queue.take()).isEmpty();
        assertThat(desk.active()).isEqualTo(2);
    }

    @Test
    void a_freed_slot_goes_to_the_next() {
        desk.callAll();
        desk.concluder().ended(desk.talked("ann", "token-1", Outcome.COMPLETED));

        desk.dispatcher().dispatch(desk.ref(), false);

        assertThat(desk.queue.take())
                .extracting(DialOrder::enrollment)
                .containsExactly(desk.of("cat").id());
        assertThat(desk.active()).isEqualTo(2);
    }

    @Test
    void the_caller_number_limits_too() {
        desk.memory.workspaces().put(desk.scene.workspace(), desk.scene.callerNumber(1));

        assertThat(desk.ordered()).hasSize(1);
    }

    @Test
    void the_carrier_limits_too() {
        desk = crowd(1000, 30);

        assertThat(desk.ordered()).hasSize(10);
        assertThat(desk.memory
                        .slots()
                        .of(List.of(Scope.carrier("chime")))
                        .getFirst()
                        .active())
                .isEqualTo(10);
    }

    @Test
    void a_lowered_limit_stops_new_calls_and_ends_none() {
        desk.callAll();
        Details now = desk.campaign().details();
        desk.become(new Campaign.InProgress(
                new Details(now.ref(), desk.scene.settings(1), now.createdAt(), now.version(), now.intake())));
        desk.concluder().ended(desk.talked("ann", "token-1", Outcome.COMPLETED));

        assertThat(desk.ordered()).isEmpty();
        assertThat(desk.active()).isEqualTo(1);
    }

    @Test
    void no_more_are_claimed_than_can_start_within_a_minute() {
        desk = crowd(new Settings.Limits(9, Duration.ofSeconds(20)), 9);

        assertThat(desk.ordered())
                .extracting(DialOrder::delay)
                .containsExactly(Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(40));
    }

    @Test
    void nobody_is_claimed_while_the_carrier_pauses_for_more_than_a_minute() {
        desk.memory.pace().pushBack(Scope.carrier("chime"), NOON.plusSeconds(60));

        assertThat(desk.ordered()).isEmpty();
    }

    @Test
    void a_campaign_without_a_caller_number_of_the_workspace_claims_nobody() {
        Desk bare = new Desk();
        bare.memory.campaigns().add(bare.scene.draft(bare.scene.settings(2)));
        bare.become(new Campaign.InProgress(bare.campaign().details()));
        bare.memory.groups().ensure(bare.ref().id(), Scene.GROUP);
        bare.enroll("ann", 1);

        assertThat(bare.ordered()).isEmpty();
    }

    @Test
    void promised_retries_come_before_cold_contacts() {
        desk = Desk.with(Scene.of("acme").settings(1), "ann");
        desk.callAll();
        desk.concluder().ended(desk.unanswered("ann", "token-1", 486));
        desk.enroll("bob", 2);
        desk.clock.advance(Duration.ofHours(1));

        assertThat(desk.ordered())
                .extracting(DialOrder::enrollment)
                .containsExactly(desk.of("ann").id());
    }

    @Test
    void who_must_not_be_called_is_moved_on_and_takes_no_slot() {
        forbid(1);
        var orders = desk.ordered();

        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Finished(desk.scene.enrolled("ann", phone(1)), Status.DO_NOT_CALL));
        assertThat(orders)
                .extracting(DialOrder::enrollment)
                .containsExactly(desk.of("bob").id(), desk.of("cat").id());
        assertThat(desk.active()).isEqualTo(2);
    }

    @Test
    void who_is_in_a_call_of_another_campaign_waits_for_its_end() {
        var other = desk.otherCampaign();
        desk.enroll(other, "dan", 1);
        desk.dispatcher().dispatch(other, true);
        desk.queue.take().forEach(desk::dial);

        var orders = desk.ordered();

        Instant over = NOON.plusMillis(50).plus(CALL_LEASE);
        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Waiting(
                        desk.scene.enrolled("ann", phone(1)), over, LANE, Enrollment.Reason.NUMBER_BUSY));
        assertThat(orders)
                .extracting(DialOrder::enrollment)
                .containsExactly(desk.of("bob").id(), desk.of("cat").id());
    }

    @Test
    void contacts_that_the_index_shows_too_long_do_not_keep_the_dispatcher_busy() {
        var later = (Enrollment.Waiting) desk.of("cat");
        desk.memory.enrollments().change(later, later.postpone(NOON.plusSeconds(600), Enrollment.Reason.HOURS));
        forbid(1);
        forbid(2);
        int[] looks = {0};
        Enrollments.Due stale = desk.memory.enrollments().due(desk.ref().id(), List.of(LANE), NOON, 10);
        desk.sweep();
        Books books = Interposed.on(desk.memory.books(), call -> {
            if (!call.is("due")) return call.real();
            looks[0]++;
            desk.clock.advance(Duration.ofSeconds(1));
            return new Enrollments.Due(stale.contacts(), Set.of());
        });

        desk.dispatcher(books).dispatch(desk.ref(), true);

        assertThat(looks[0]).isEqualTo(2);
        assertThat(desk.wakeups.take()).containsExactly(new Wakeup(desk.ref(), true, Duration.ofSeconds(1)));
    }

    @Test
    void a_dispatcher_whose_turn_is_over_claims_nobody_more() {
        Books slow = Interposed.on(desk.memory.books(), call -> {
            Object answer = call.real();
            if (call.is("expired")) desk.clock.advance(Duration.ofSeconds(15));
            return answer;
        });

        desk.dispatcher(slow).dispatch(desk.ref(), true);

        assertThat(desk.queue.take()).isEmpty();
    }

    @Test
    void nobody_is_claimed_outside_the_window() {
        desk.clock.set(CLOSING.minusSeconds(30));
        assertThat(desk.ordered()).isEmpty();

        desk.clock.set(CLOSING.minusMillis(30_001));
        assertThat(desk.ordered()).hasSize(2);
    }

    @Test
    void a_scheduled_campaign_is_under_way_when_its_window_opens() {
        desk.become(new Campaign.Scheduled(desk.campaign().details()));
        desk.clock.set(Instant.parse("2026-03-02T13:59:59Z"));
        desk.sweep();
        assertThat(desk.campaign().status()).isEqualTo("SCHEDULED");

        desk.clock.set(Instant.parse("2026-03-02T14:00:00Z"));
        desk.sweep();

        assertThat(desk.campaign().status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void a_campaign_calls_nobody_before_its_start() {
        change(CampaignType.ONE_TIME, Optional.of(NOON.plusSeconds(60)), Optional.empty(), 0);

        assertThat(desk.ordered()).isEmpty();
    }

    @Test
    void a_campaign_that_was_paused_under_the_dispatcher_claims_nobody() {
        desk.become(new Campaign.Scheduled(desk.campaign().details()));
        Books books = Interposed.on(desk.memory.books(), call -> {
            if (call.of(Campaigns.class) && call.is("change")) desk.pause();
            return call.real();
        });

        desk.dispatcher(books).dispatch(desk.ref(), true);

        assertThat(desk.campaign().status()).isEqualTo("PAUSED");
        assertThat(desk.queue.take()).isEmpty();
    }

    @Test
    void a_campaign_completes_at_its_end_date() {
        change(CampaignType.FOLLOW_UP, Optional.empty(), Optional.of(NOON), 0);

        assertThat(desk.ordered()).isEmpty();

        assertThat(desk.campaign().status()).isEqualTo("COMPLETED");
    }

    @Test
    void a_paused_campaign_claims_nobody_and_is_looked_after_while_calls_last() {
        desk.callAll();
        desk.pause();

        assertThat(desk.ordered()).isEmpty();
        assertThat(desk.memory.campaigns().running()).containsExactly(desk.ref());

        desk.concluder().ended(desk.talked("ann", "token-1", Outcome.COMPLETED));
        desk.concluder().ended(desk.talked("bob", "token-2", Outcome.COMPLETED));
        desk.sweep();
        assertThat(desk.memory.campaigns().running()).isEmpty();
    }

    @Test
    void a_one_time_campaign_completes_when_everybody_is_final() {
        everybodyTalks();

        desk.sweep();

        assertThat(desk.campaign().status()).isEqualTo("COMPLETED");
    }

    @Test
    void who_is_disabled_is_not_called_and_keeps_no_campaign_from_completing() {
        desk = Desk.with("ann");
        Enrollment.Held held = ((Enrollment.Waiting) desk.of("ann")).hold("on holiday");
        assertThat(desk.memory.enrollments().change(held.waiting(), held)).isTrue();

        assertThat(desk.ordered()).isEmpty();

        assertThat(desk.of("ann")).isEqualTo(held);
        assertThat(desk.campaign().status()).isEqualTo("COMPLETED");
    }

    @Test
    void a_campaign_completes_after_hours_too() {
        everybodyTalks();
        desk.clock.set(CLOSING);

        desk.sweep();

        assertThat(desk.campaign().status()).isEqualTo("COMPLETED");
    }

    @Test
    void a_campaign_goes_on_while_an_import_brings_contacts() {
        everybodyTalks();
        change(CampaignType.ONE_TIME, Optional.empty(), Optional.empty(), 1);

        desk.sweep();

        assertThat(desk.campaign().status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void a_follow_up_campaign_goes_on() {
        everybodyTalks();
        change(CampaignType.FOLLOW_UP, Optional.empty(), Optional.empty(), 0);

        desk.sweep();

        assertThat(desk.campaign().status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void a_campaign_to_which_nobody_was_added_yet_goes_on() {
        desk = Desk.with();

        desk.sweep();

        assertThat(desk.campaign().status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void counters_that_are_ahead_of_the_contacts_complete_nothing() {
        everybodyTalks();
        Books books =
                Interposed.on(desk.memory.books(), call -> call.is("anyUnfinished") ? (Object) true : call.real());

        desk.dispatcher(books).dispatch(desk.ref(), true);

        assertThat(desk.campaign().status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void a_message_that_was_lost_heals_when_its_lease_is_over() {
        desk.sweep();
        desk.queue.take();
        desk.clock.set(NOON.plusSeconds(122));

        var orders = desk.ordered();

        assertThat(orders).extracting(DialOrder::token).containsExactly(new Token("token-3"), new Token("token-4"));
        assertThat(desk.active()).isEqualTo(2);
    }

    @Test
    void a_dispatcher_that_dies_after_any_step_loses_nobody() {
        int step = 0;
        Crash crash;
        do {
            step++;
            crash = new Crash(step);
            desk = Desk.with("ann", "bob", "cat");
            dispatchedBy(desk.dispatcher(Interposed.on(desk.memory.books(), crash)));
            desk.queue.take();
            desk.clock.set(NOON.plusSeconds(122));

            desk.sweep();

            assertThat(desk.queue.take()).as("died after step " + step).hasSize(2);
            assertThat(desk.active()).isEqualTo(2);
        } while (crash.happened());
        assertThat(step).isGreaterThan(8);
    }

    @Test
    void orders_that_could_not_be_sent_heal() {
        DialQueue down = orders -> {
            throw new IllegalStateException("queue is down");
        };
        Dispatcher dispatcher = desk.dispatcher(desk.memory.books(), desk.line(desk.memory.pace(), down));

        assertThatThrownBy(() -> dispatcher.dispatch(desk.ref(), true)).hasMessage("queue is down");
        desk.clock.set(NOON.plusSeconds(122));

        assertThat(desk.ordered()).hasSize(2);
    }

    @Test
    void a_claim_that_still_waits_for_its_dialer_is_not_healed() {
        desk.sweep();
        Enrollment queued = desk.of("ann");
        desk.clock.set(NOON.plusSeconds(120));

        desk.sweep();

        assertThat(desk.of("ann")).isEqualTo(queued);
    }

    @Test
    void only_lanes_that_had_contacts_are_looked_at_between_sweeps() {
        desk = Desk.with();
        desk.sweep();
        desk.enroll("ann", 1);

        desk.dispatcher().dispatch(desk.ref(), false);
        assertThat(desk.queue.take()).isEmpty();

        desk.sweep();
        assertThat(desk.queue.take()).hasSize(1);
    }

    @Test
    void lanes_that_may_have_more_are_remembered() {
        desk.callAll();

        assertThat(desk.memory.campaigns().takeTurn(desk.ref(), NOON, NOON.plusSeconds(9), false))
                .map(Campaigns.Turn::livelyLanes)
                .contains(Set.of(LANE.key()));
    }

    @Test
    void lanes_are_remembered_while_the_window_is_closed() {
        desk.callAll();
        desk.clock.set(CLOSING);

        desk.sweep();

        assertThat(desk.memory.campaigns().takeTurn(desk.ref(), CLOSING, CLOSING.plusSeconds(9), false))
                .map(Campaigns.Turn::livelyLanes)
                .contains(Set.of(LANE.key()));
    }

    @Test
    void a_campaign_that_somebody_works_on_is_left_to_them() {
        desk.memory.campaigns().takeTurn(desk.ref(), NOON, NOON.plusSeconds(20), false);

        assertThat(desk.ordered()).isEmpty();
    }

    @Test
    void a_dispatcher_goes_round_again_for_those_who_asked_meanwhile() {
        Books books = Interposed.on(desk.memory.books(), call -> {
            Object answer = call.real();
            if (call.is("claim") && call.of(Enrollments.class)) {
                desk.enroll("dan", 4);
                desk.concluder().ended(desk.unanswered("nobody", "token-9", 486));
                desk.dispatcher().dispatch(desk.ref(), true);
                desk.memory.workspaces().put(desk.scene.workspace(), desk.scene.callerNumber(50));
            }
            return answer;
        });
        int[] rounds = {0};
        Books counted = Interposed.on(books, call -> {
            if (call.is("endTurn")) rounds[0]++;
            return call.real();
        });

        desk.dispatcher(counted).dispatch(desk.ref(), true);

        assertThat(rounds[0]).isEqualTo(2);
    }

    @Test
    void who_went_round_often_enough_hands_the_turn_to_another_at_once() {
        Books asked = Interposed.on(desk.memory.books(), call -> {
            if (call.of(Groups.class)) desk.memory.campaigns().takeTurn(desk.ref(), NOON, NOON.plusSeconds(9), true);
            return call.real();
        });

        desk.dispatcher(asked).dispatch(desk.ref(), true);

        assertThat(desk.wakeups.take()).containsExactly(new Wakeup(desk.ref(), true, Duration.ZERO));
        assertThat(desk.memory.campaigns().takeTurn(desk.ref(), NOON, NOON.plusSeconds(9), false))
                .isPresent();
    }

    @Test
    void a_campaign_nobody_knows_is_left_alone() {
        desk.dispatcher().dispatch(desk.scene.campaign("unknown"), true);

        assertThat(desk.queue.take()).isEmpty();
    }

    private static void dispatchedBy(Dispatcher dispatcher) {
        try {
            dispatcher.dispatch(Scene.of("acme").campaign(), true);
        } catch (Crash.Died died) {
            assertThat(died).isNotNull();
        }
    }

    private void everybodyTalks() {
        desk = Desk.with("ann");
        desk.callAll();
        desk.concluder().ended(desk.talked("ann", "token-1", Outcome.COMPLETED));
        desk.wakeups.take();
    }

    private Desk crowd(int concurrency, int people) {
        return crowd(new Settings.Limits(concurrency, Duration.ZERO), people);
    }

    private static Desk crowd(Settings.Limits limits, int people) {
        return Desk.with(
                Scene.of("acme").settings(limits, RetryRules.DEFAULT),
                IntStream.range(0, people).mapToObj("n%02d"::formatted).toArray(String[]::new));
    }

    private void forbid(int phone) {
        desk.memory
                .doNotCall()
                .add(new DoNotCallEntry(
                        desk.scene.workspace(), phone(phone), Set.of(Channel.PHONE), "API", "asked", NOON));
    }

    private void change(CampaignType type, Optional<Instant> startAt, Optional<Instant> endAt, int intake) {
        Details now = desk.campaign().details();
        Settings old = now.settings();
        Settings changed = new Settings(
                old.name(),
                type,
                old.agent(),
                old.callerNumbers(),
                old.limits(),
                old.retries(),
                old.window(),
                startAt,
                endAt);
        desk.become(new Campaign.InProgress(new Details(now.ref(), changed, now.createdAt(), now.version(), intake)));
    }
}
