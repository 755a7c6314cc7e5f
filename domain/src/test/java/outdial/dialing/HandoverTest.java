package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Details;
import outdial.campaign.ExecutionMode;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.contract.Scene;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Queued;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.memory.Interposed;
import outdial.memory.MemoryWakeups.Wakeup;
import outdial.phone.PhoneNumber;
import outdial.workspace.CallerNumber;
import outdial.workspace.Stop;

/// What becomes of the slots of a call that ends: the next contact's, or free.
final class HandoverTest {
    private Desk desk = calling("ann", "bob", "cid");

    /// A campaign with one line, in a call with the first of these people.
    private static Desk calling(String... people) {
        return calling(Scene.of("acme").settings(1), people);
    }

    private static Desk calling(Settings settings, String... people) {
        Desk desk = Desk.with(settings, people);
        desk.callAll();
        desk.clock.advance(Duration.ofSeconds(20));
        return desk;
    }

    @Test
    void the_slots_of_a_call_that_ends_are_the_next_contacts() {
        finish();

        List<DialOrder> orders = desk.queue.take();
        Queued next = (Queued) claimed().findFirst().orElseThrow();
        assertThat(orders).containsExactly(new DialOrder(next.id(), next.token(), Duration.ZERO, false));
        assertThat(next.scopes()).isEqualTo(desk.scopes());
        assertThat(next.leaseEnd()).isEqualTo(desk.clock.instant().plus(Timing.QUEUED_LEASE));
        assertThat(desk.active()).isEqualTo(1);
    }

    @Test
    void nobody_else_is_woken_for_slots_that_are_taken() {
        finish();

        assertThat(desk.wakeups.take()).isEmpty();
    }

    @Test
    void who_took_over_is_called() {
        finish();

        desk.queue.take().forEach(desk::dial);

        assertThat(desk.asked()).hasSize(2);
        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void a_report_that_comes_twice_claims_one() {
        var report = desk.talked("ann", "token-1", Outcome.COMPLETED);

        desk.concluder().ended(report);
        desk.concluder().ended(report);

        assertThat(desk.queue.take()).hasSize(1);
        assertThat(desk.active()).isEqualTo(1);
    }

    @Test
    void the_last_ones_slots_are_freed_and_the_dispatcher_is_asked() {
        desk = calling("ann");

        finish();

        assertFreed();
    }

    @Test
    void nobody_is_claimed_for_a_campaign_that_was_paused() {
        desk.pause();

        finish();

        assertFreed();
    }

    @Test
    void nobody_is_claimed_after_the_end_of_the_campaign() {
        Instant now = desk.clock.instant();
        change(settings(1, Scene.CALLER, Optional.of(now), ExecutionMode.SCHEDULED));

        finish();

        assertFreed();
    }

    @Test
    void nobody_is_claimed_in_an_emergency_stop() {
        desk.memory.policies().stop(desk.scene.workspace(), Optional.of(new Stop("fire", "ann", Scene.NOON)));

        finish();

        assertFreed();
    }

    @Test
    void nobody_is_claimed_once_the_day_is_over() {
        desk.clock.advance(Duration.ofHours(12));

        finish();

        assertFreed();
    }

    @Test
    void nobody_takes_over_above_a_limit_that_was_lowered() {
        desk = calling(Scene.of("acme").settings(2), "ann", "bob", "cid", "dan");
        change(settings(1, Scene.CALLER, Optional.empty(), ExecutionMode.SCHEDULED));

        desk.concluder().ended(desk.talked("ann", "token-1", Outcome.COMPLETED));

        assertFreed(1);
    }

    @Test
    void slots_above_ones_share_are_freed_for_the_campaign_that_waits() {
        desk = calling(
                Scene.of("acme").settings(new Settings.Limits(50, Duration.ZERO), RetryRules.DEFAULT),
                IntStream.range(0, 30).mapToObj("n%02d"::formatted).toArray(String[]::new));
        CampaignRef other = desk.otherCampaign(30);
        desk.enroll(other, "zoe", 200);
        desk.dispatcher().dispatch(other, true);
        Enrollment.Dialing call =
                (Enrollment.Dialing) desk.memory.enrollments().all(desk.ref().id()).stream()
                        .filter(Enrollment.Dialing.class::isInstance)
                        .findFirst()
                        .orElseThrow();

        desk.concluder()
                .ended(desk.talked(
                        call.id().contact().value().substring("acme-".length()),
                        call.attempt().value(),
                        Outcome.COMPLETED));

        assertThat(desk.active()).isEqualTo(9);
        assertThat(desk.wakeups.take()).contains(new Wakeup(desk.ref(), false, Duration.ZERO));
    }

    @Test
    void a_number_with_a_limit_a_day_is_left_to_the_dispatcher() {
        desk = Desk.with(Scene.of("acme").settings(1), "ann", "bob");
        number(new CallerNumber(Scene.CALLER, "Office", "chime", 50, OptionalInt.of(5)));
        desk.callAll();

        finish();

        assertThat(desk.queue.take()).isEmpty();
        assertThat(desk.active()).isZero();
    }

    @Test
    void a_number_that_got_a_limit_a_day_is_left_to_the_dispatcher() {
        number(new CallerNumber(Scene.CALLER, "Office", "chime", 50, OptionalInt.of(5)));

        finish();

        assertFreed();
    }

    @Test
    void a_number_that_got_another_carrier_is_left_to_the_dispatcher() {
        number(new CallerNumber(Scene.CALLER, "Office", "connect", 50));

        finish();

        assertFreed();
    }

    @Test
    void a_number_that_is_not_the_campaigns_any_more_is_left_to_the_dispatcher() {
        change(settings(1, phone(77), Optional.empty(), ExecutionMode.SCHEDULED));

        finish();

        assertFreed();
    }

    @Test
    void slots_that_are_recounted_are_given_back() {
        desk.memory.slots().watch(desk.scopes().getLast(), desk.clock.instant().plusSeconds(1));

        finish();

        assertFreed();
    }

    @Test
    void a_carrier_that_rests_is_not_asked() {
        desk.memory
                .circuits()
                .change("chime", Circuit.sound(), new Circuit.Open("down", desk.clock.instant(), Circuit.FIRST_REST));

        finish();

        assertFreed();
    }

    @Test
    void who_said_stop_takes_over_nothing() {
        for (int phone : List.of(2, 3)) {
            desk.memory
                    .doNotCall()
                    .add(new DoNotCallEntry(
                            desk.scene.workspace(), phone(phone), Set.of(Channel.PHONE), "API", "asked", Scene.NOON));
        }

        finish();

        assertFreed();
    }

    @Test
    void who_was_not_released_takes_over_nothing() {
        desk = Desk.with(settings(1, Scene.CALLER, Optional.empty(), ExecutionMode.MANUAL), "ann");
        desk.become(((Campaign.InProgress) desk.campaign()).release(Scene.NOON));
        desk.callAll();
        desk.enrollAt("bob", 2, Scene.NOON.plusSeconds(5));
        desk.clock.advance(Duration.ofSeconds(6));
        desk.sweep();

        finish();

        assertThat(desk.queue.take()).isEmpty();
        assertThat(desk.active()).isZero();
    }

    @Test
    void promised_calls_take_over_before_first_ones() {
        var promised = (Enrollment.Waiting) desk.of("cid");
        var urgent = new Enrollment.Waiting(
                promised.who(), promised.dueAt(), promised.lane().asUrgent());
        desk.memory.enrollments().change(promised, urgent);
        desk.sweep();

        finish();

        assertThat(claimed()).extracting(Enrollment::id).containsExactly(urgent.id());
    }

    @Test
    void an_index_that_still_shows_the_one_who_was_called_gives_him_no_second_call() {
        var ann = (Enrollment.Dialing) desk.of("ann");
        var stale = new Enrollments.Due(
                List.of(new Enrollment.Waiting(ann.who(), Scene.NOON, ann.lane())), Set.of(ann.lane()));
        Books books = Interposed.on(
                desk.memory.books(),
                call -> call.of(Enrollments.class) && call.is("due") ? (Object) stale : call.real());

        desk.concluder(books).ended(desk.talked("ann", "token-1", Outcome.COMPLETED));

        assertFreed();
        assertThat(desk.of("ann").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void who_was_claimed_meanwhile_takes_over_nothing_and_the_slots_are_freed() {
        Books books = Interposed.on(
                desk.memory.books(),
                call -> call.of(Enrollments.class) && call.is("handOver") ? (Object) false : call.real());

        desk.concluder(books).ended(desk.talked("ann", "token-1", Outcome.COMPLETED));

        assertFreed();
    }

    @Test
    void where_another_took_the_chosen_one_the_next_is_chosen() {
        AtomicBoolean lost = new AtomicBoolean();
        Books books = Interposed.on(
                desk.memory.books(),
                call -> call.is("handOver") && lost.compareAndSet(false, true) ? (Object) false : call.real());

        desk.concluder(books).ended(desk.talked("ann", "token-1", Outcome.COMPLETED));

        assertThat(claimed()).hasSize(1);
        assertThat(desk.queue.take()).hasSize(1);
        assertThat(desk.active()).isEqualTo(1);
    }

    @Test
    void an_order_that_was_lost_heals_by_the_lease_of_the_claim() {
        finish();
        desk.queue.take();
        desk.clock.advance(Timing.QUEUED_LEASE.plusSeconds(1));

        desk.sweep();

        assertThat(desk.queue.take()).hasSize(1);
        assertThat(desk.active()).isEqualTo(1);
    }

    private void finish() {
        desk.concluder().ended(desk.talked("ann", "token-1", Outcome.COMPLETED));
    }

    private void number(CallerNumber number) {
        desk.memory.workspaces().put(desk.scene.workspace(), number);
    }

    private Stream<Enrollment> claimed() {
        return desk.memory.enrollments().all(desk.ref().id()).stream().filter(Queued.class::isInstance);
    }

    private void assertFreed() {
        assertFreed(0);
    }

    private void assertFreed(int left) {
        assertThat(claimed()).isEmpty();
        assertThat(desk.queue.take()).isEmpty();
        assertThat(desk.memory
                        .slots()
                        .of(List.of(Scope.campaign(desk.ref().id())))
                        .getFirst()
                        .active())
                .isEqualTo(left);
        assertThat(desk.wakeups.take()).contains(new Wakeup(desk.ref(), false, Duration.ZERO));
    }

    private void change(Settings settings) {
        Details now = desk.campaign().details();
        desk.become(new Campaign.InProgress(
                new Details(now.ref(), settings, now.createdAt(), now.version(), now.intake())));
    }

    private static Settings settings(int lines, PhoneNumber caller, Optional<Instant> endAt, ExecutionMode mode) {
        Settings usual = Scene.of("acme").settings(lines);
        return new Settings(
                usual.name(),
                usual.type(),
                usual.agent(),
                List.of(caller),
                usual.limits(),
                usual.retries(),
                usual.window(),
                Optional.empty(),
                endAt,
                mode,
                usual.purpose(),
                usual.eligibility());
    }
}
