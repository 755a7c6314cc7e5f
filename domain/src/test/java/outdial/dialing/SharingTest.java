package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outdial.call.Outcome;
import outdial.campaign.CampaignRef;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.contract.Scene;
import outdial.dialing.Carrier.Placement;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.memory.MemoryWakeups.Wakeup;
import outdial.workspace.CallerNumber;

/// What campaigns share: a carrier's slots, its circuit, a caller number's calls of a day.
final class SharingTest {
    private Desk desk = crowd(30);

    @Test
    void a_campaign_that_gets_no_slot_of_the_carrier_says_so_and_is_woken_when_one_comes_free() {
        CampaignRef other = another(30);
        desk.callAll();
        assertThat(desk.asked()).hasSize(10);
        sweep(other);
        assertThat(desk.queue.take()).isEmpty();
        assertThat(waiting()).contains(other);

        finish(0);
        desk.wakeups.take();
        desk.dispatcher().dispatch(desk.ref(), false);

        assertThat(desk.queue.take()).isEmpty();
        assertThat(desk.wakeups.take()).contains(new Wakeup(other, false, Duration.ZERO));
    }

    @Test
    void campaigns_that_want_more_than_there_is_end_with_the_same_share() {
        CampaignRef other = another(30);
        desk.ordered().forEach(desk::dial);
        sweep(other);

        for (int call = 0; call < 5; call++) {
            finish(call);
            desk.dispatcher().dispatch(desk.ref(), false);
            sweep(other);
        }

        assertThat(calls(desk.ref())).isEqualTo(5);
        assertThat(calls(other)).isEqualTo(5);
    }

    @Test
    void a_campaign_that_wants_no_more_leaves_its_share_to_others() {
        CampaignRef other = another(1);
        desk.ordered().forEach(desk::dial);
        sweep(other);
        assertThat(waiting()).contains(other);

        finish(0);
        sweep(other);

        assertThat(calls(other)).isEqualTo(1);
        assertThat(waiting()).doesNotContain(other);
    }

    @Test
    void our_own_fault_opens_the_circuit_and_one_call_finds_out_when_it_is_mended() {
        desk.carrier.willAnswer(new Placement.OurFault("AccessDenied"));
        desk.dial(desk.ordered().getFirst());
        assertThat(desk.memory.circuits().of("chime")).isInstanceOf(Circuit.Open.class);

        desk.clock.advance(Duration.ofSeconds(30));
        desk.sweep();
        assertThat(desk.queue.take()).isEmpty();

        desk.clock.advance(Duration.ofMinutes(3));
        desk.carrier.willAnswer(new Placement.Placed("call-2"));
        List<DialOrder> probes = desk.ordered();
        assertThat(probes).hasSize(1).allMatch(DialOrder::probe);
        desk.dial(probes.getFirst());
        assertThat(desk.memory.circuits().of("chime")).isEqualTo(Circuit.sound());
        assertThat(desk.ordered()).hasSizeGreaterThan(1).noneMatch(DialOrder::probe);
    }

    @Test
    void five_answers_that_tell_nothing_open_the_circuit_and_cost_those_calls_nothing_more() {
        List<DialOrder> orders = desk.ordered();
        for (int n = 0; n < 5; n++) desk.carrier.willAnswer(new Placement.Unknown("timeout"));

        orders.subList(0, 5).forEach(desk::dial);

        assertThat(desk.memory.circuits().of("chime")).isInstanceOf(Circuit.Open.class);
        desk.dial(orders.get(5));
        assertThat(desk.asked()).hasSize(5);
        assertThat(((Enrollment.Waiting) of(5)).reason()).isEqualTo(Enrollment.Reason.CARRIER);
    }

    @Test
    void a_caller_number_starts_no_more_calls_a_day_than_it_may() {
        limitADay(3);
        desk.callAll();
        assertThat(desk.asked()).hasSize(3);

        IntStream.range(0, 3).forEach(this::finish);
        assertThat(desk.ordered()).isEmpty();

        desk.clock.advance(Duration.ofDays(1));
        assertThat(desk.ordered()).hasSize(3);
    }

    @Test
    void a_call_that_was_not_placed_does_not_count_for_the_day() {
        limitADay(1);
        desk.carrier.willAnswer(new Placement.Throttled("429"));
        desk.callAll();

        assertThat(desk.memory.slots().of(List.of(today())).getFirst().active()).isZero();
        desk.clock.advance(Duration.ofSeconds(5));
        assertThat(desk.ordered()).hasSize(1);
    }

    @Test
    void a_caller_number_whose_carrier_is_not_there_calls_nobody() {
        desk.memory.workspaces().put(desk.scene.workspace(), new CallerNumber(Scene.CALLER, "Office", "gone", 5));

        assertThat(desk.ordered()).isEmpty();
    }

    private void limitADay(int calls) {
        desk.memory
                .workspaces()
                .put(
                        desk.scene.workspace(),
                        new CallerNumber(Scene.CALLER, "Office", "chime", 50, OptionalInt.of(calls)));
    }

    private Scope today() {
        return Scope.day(desk.scene.workspace(), Scene.CALLER, java.time.LocalDate.of(2026, 3, 2));
    }

    private Enrollment of(int person) {
        return desk.of("n%02d".formatted(person));
    }

    /// The call of this person, who must be in one, ends.
    private void finish(int person) {
        Enrollment.Dialing dialing = (Enrollment.Dialing) of(person);
        desk.concluder()
                .ended(desk.talked("n%02d".formatted(person), dialing.attempt().value(), Outcome.COMPLETED));
    }

    private CampaignRef another(int people) {
        CampaignRef other = desk.otherCampaign(30);
        IntStream.range(0, people).forEach(n -> desk.enroll(other, "m%02d".formatted(n), 200 + n));
        return other;
    }

    private void sweep(CampaignRef campaign) {
        desk.dispatcher().dispatch(campaign, true);
        desk.queue.take().forEach(desk::dial);
    }

    private long calls(CampaignRef campaign) {
        return desk.memory.enrollments().all(campaign.id()).stream()
                .filter(enrollment -> enrollment.status() == Status.IN_PROGRESS)
                .count();
    }

    private java.util.Set<CampaignRef> waiting() {
        return desk.memory
                .slots()
                .of(List.of(Scope.carrier("chime")))
                .getFirst()
                .waiting()
                .keySet();
    }

    private static Desk crowd(int people) {
        return Desk.with(
                Scene.of("acme").settings(new Settings.Limits(50, Duration.ZERO), RetryRules.DEFAULT),
                IntStream.range(0, people).mapToObj("n%02d"::formatted).toArray(String[]::new));
    }
}
