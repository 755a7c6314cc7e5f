package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignType;
import outdial.campaign.Eligibility;
import outdial.campaign.ExecutionMode;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.contract.Scene;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Reason;
import outdial.enrollment.Status;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.Atlas;
import outdial.rules.Purpose;
import outdial.rules.Region;
import outdial.rules.Rulebook;
import outdial.rules.Switches;
import outdial.workspace.Stop;

/// What the law, the workspace and the campaign's own rules forbid, from the claim to the last look before a call.
final class LawTest {
    private static final Stop STOP = new Stop("wrong list", "key-1", NOON);
    private static final Eligibility VIPS = new Eligibility(
            Eligibility.Match.ALL, List.of(new Eligibility.Condition("flag", Eligibility.Operator.IS, List.of("VIP"))));

    private Desk desk = desk(settings(ExecutionMode.SCHEDULED, Eligibility.EVERYBODY));

    @Test
    void an_emergency_stop_claims_nobody_and_reaches_those_who_are_claimed() {
        List<DialOrder> orders = desk.ordered();
        desk.memory.policies().stop(desk.scene.workspace(), Optional.of(STOP));

        orders.forEach(desk::dial);
        desk.sweep();

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.queue.take()).isEmpty();
        assertThat(reason("ann")).isEqualTo(Reason.STOP);
        desk.memory.policies().stop(desk.scene.workspace(), Optional.empty());
        assertThat(desk.ordered()).hasSize(1);
    }

    @Test
    void a_blocked_region_is_not_called_until_the_end_of_the_day() {
        Switches blocked = Switches.UNTOUCHED.withBlock(new Region("US"), LocalDate.of(2026, 3, 2));
        assertThat(desk.memory.policies().change(desk.scene.workspace(), Switches.UNTOUCHED, blocked))
                .isTrue();
        assertThat(desk.ordered()).isEmpty();

        desk.clock.set(Instant.parse("2026-03-03T14:00:00Z"));

        assertThat(desk.ordered()).hasSize(1);
    }

    @Test
    void without_a_window_the_lawful_hours_count() {
        desk = desk(open(Optional.empty()));
        desk.law = new Law(Rulebook.shipped(), new Tampa());
        desk.clock.set(Instant.parse("2026-03-03T12:59:00Z"));
        assertThat(ordered("America/New_York", "US-FL")).isEmpty();

        desk.clock.set(Instant.parse("2026-03-03T13:00:00Z"));

        assertThat(desk.ordered()).hasSize(1);
    }

    @Test
    void more_calls_than_the_law_allows_are_put_off_until_it_does() {
        desk.law = new Law(Rulebook.shipped(), new Tampa());
        desk.memory.groups().ensure(desk.ref().id(), tampa());
        DialOrder order = desk.ordered().getFirst();
        for (int hour = 4; hour > 1; hour--) callWasAt(NOON.minusSeconds(3600L * hour));

        desk.dial(order);

        assertThat(desk.asked()).isEmpty();
        Enrollment.Waiting waiting = (Enrollment.Waiting) desk.of("ann");
        assertThat(waiting.reason()).isEqualTo(Reason.FREQUENCY);
        assertThat(waiting.dueAt()).isEqualTo(NOON.minusSeconds(3600L * 4).plus(Duration.ofDays(1)));
        assertThat(waiting.lane().group()).isEqualTo("America/New_York+US-FL");
    }

    @Test
    void who_has_moved_waits_from_the_next_look_on_where_the_new_address_is_and_is_called_by_its_clock() {
        desk = desk(open(Optional.empty()));
        desk.law = new Law(Rulebook.shipped(), new Tampa());
        desk.clock.set(Instant.parse("2026-03-03T13:30:00Z"));
        DialOrder order = ordered("America/New_York", "US-FL").getFirst();
        desk.law = new Law(Rulebook.shipped(), new MovedToAustin());

        desk.dial(order);

        Instant eightInTexas = Instant.parse("2026-03-03T14:00:00Z");
        assertThat(desk.asked()).isEmpty();
        Enrollment.Waiting waiting = (Enrollment.Waiting) desk.of("ann");
        assertThat(waiting.reason()).isEqualTo(Reason.HOURS);
        assertThat(waiting.lane().group()).isEqualTo("America/Chicago|America/New_York+US-FL|US-TX");
        assertThat(waiting.dueAt()).isEqualTo(eightInTexas);
        desk.clock.set(eightInTexas);
        assertThat(desk.ordered()).hasSize(1);
    }

    @Test
    void who_was_called_too_often_is_not_even_claimed() {
        desk.law = new Law(Rulebook.shipped(), new Tampa());
        desk.memory.groups().ensure(desk.ref().id(), tampa());
        for (int hour = 4; hour > 1; hour--) callWasAt(NOON.minusSeconds(3600L * hour));
        moveTo("ann", tampa());

        assertThat(desk.ordered()).isEmpty();

        assertThat(reason("ann")).isEqualTo(Reason.FREQUENCY);
    }

    @Test
    void who_is_nowhere_is_held_and_not_guessed() {
        DialOrder order = desk.ordered().getFirst();
        desk.law = new Law(Rulebook.shipped(), new Nowhere());

        desk.dial(order);
        desk.sweep();

        assertThat(desk.asked()).isEmpty();
        assertThat(reason("ann")).isEqualTo(Reason.WHEREABOUTS);
        assertThat(desk.queue.take()).isEmpty();
    }

    @Test
    void who_is_not_eligible_when_the_turn_comes_is_disqualified_with_the_reason() {
        desk = desk(settings(ExecutionMode.SCHEDULED, VIPS));

        desk.callAll();

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.of("ann"))
                .isEqualTo(new Enrollment.Finished(
                        desk.scene.enrolled("ann", phone(1)), Status.DISQUALIFIED, "not flag is VIP"));
    }

    @Test
    void a_manual_campaign_calls_who_waited_when_it_was_released() {
        desk = desk(settings(ExecutionMode.MANUAL, Eligibility.EVERYBODY));
        assertThat(desk.ordered()).isEmpty();

        release();
        desk.callAll();
        assertThat(desk.asked()).hasSize(1);

        desk.clock.advance(Duration.ofMinutes(5));
        desk.concluder().ended(desk.unanswered("ann", "token-1", 486));
        desk.clock.advance(Duration.ofHours(2));
        assertThat(desk.ordered()).isEmpty();

        release();
        assertThat(desk.ordered()).hasSize(1);
    }

    @Test
    void who_comes_after_the_release_does_not_keep_others_waiting() {
        desk = desk(settings(ExecutionMode.MANUAL, Eligibility.EVERYBODY));
        release();
        desk.clock.advance(Duration.ofSeconds(1));
        desk.enrollAt("bob", 2, desk.clock.instant());

        assertThat(desk.ordered())
                .extracting(DialOrder::enrollment)
                .containsExactly(desk.of("ann").id());
        assertThat(reason("bob")).isEqualTo(Reason.FIRST_CALL);
        assertThat(desk.wakeups.take()).noneMatch(wakeup -> wakeup.delay().equals(Duration.ofSeconds(1)));
    }

    @Test
    void a_campaign_that_takes_contacts_as_they_come_stays_when_all_are_done() {
        desk = desk(settings(ExecutionMode.ON_ADD, Eligibility.EVERYBODY));
        desk.callAll();
        desk.concluder().ended(desk.talked("ann", "token-1", Outcome.COMPLETED));

        desk.sweep();
        desk.sweep();

        assertThat(desk.campaign().status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void what_was_heard_in_a_call_is_kept_with_the_number() {
        desk.callAll();
        desk.clock.advance(Duration.ofMinutes(2));

        desk.concluder().ended(desk.talked("ann", "token-1", Outcome.NOT_INTERESTED));

        Instant end = desk.clock.instant();
        var heard = desk.memory.numbers().find(desk.scene.workspace(), phone(1)).heard();
        assertThat(heard).isEqualTo(new outdial.enrollment.NumberRecord.Heard(Optional.of(end), Optional.of(end)));
    }

    private void release() {
        desk.become(((Campaign.Active) desk.campaign()).release(desk.clock.instant()));
    }

    private List<DialOrder> ordered(String zone, String region) {
        CallingGroup group = CallingGroup.of(Area.of(List.of(zone), List.of(region)), 1);
        desk.memory.groups().ensure(desk.ref().id(), group);
        moveTo("ann", group);
        return desk.ordered();
    }

    private void moveTo(String who, CallingGroup group) {
        Enrollment.Waiting waiting = (Enrollment.Waiting) desk.of(who);
        var there = new Enrollment.Waiting(
                waiting.who().movedTo(group.laneOf(waiting.id().contact().value())),
                waiting.dueAt(),
                group.laneOf(waiting.id().contact().value()));
        assertThat(desk.memory.enrollments().change(waiting, there)).isTrue();
    }

    private void callWasAt(Instant at) {
        var record = desk.memory.numbers().find(desk.scene.workspace(), phone(1));
        desk.memory.numbers().put(record.dialled(new outdial.call.AttemptId("of-" + at), at, at.plusSeconds(60)));
    }

    private Reason reason(String who) {
        return ((Enrollment.Waiting) desk.of(who)).reason();
    }

    private static CallingGroup tampa() {
        return CallingGroup.of(Area.of(List.of("America/New_York"), List.of("US-FL")), 1);
    }

    private static Desk desk(Settings settings) {
        return Desk.with(settings, "ann");
    }

    private static Settings settings(ExecutionMode mode, Eligibility eligibility) {
        Settings usual = Scene.of("acme").settings(2);
        return new Settings(
                usual.name(),
                CampaignType.ONE_TIME,
                usual.agent(),
                usual.callerNumbers(),
                usual.limits(),
                RetryRules.DEFAULT,
                usual.window(),
                Optional.empty(),
                Optional.empty(),
                mode,
                Purpose.TELEMARKETING,
                eligibility);
    }

    private static Settings open(Optional<outdial.hours.Window> window) {
        Settings usual = Scene.of("acme").settings(2);
        return new Settings(
                usual.name(),
                CampaignType.ONE_TIME,
                usual.agent(),
                usual.callerNumbers(),
                usual.limits(),
                RetryRules.DEFAULT,
                window,
                Optional.empty(),
                Optional.empty());
    }

    /// Everybody is in Tampa.
    private static final class Tampa implements Atlas {
        @Override
        public Area ofNumber(PhoneNumber phone) {
            return tampa().area();
        }

        @Override
        public Area ofAddress(Address address) {
            return Area.UNKNOWN;
        }
    }

    /// The number is still that of Tampa.
    private static final class MovedToAustin implements Atlas {
        @Override
        public Area ofNumber(PhoneNumber phone) {
            return tampa().area();
        }

        @Override
        public Area ofAddress(Address address) {
            return Area.of(List.of("America/Chicago"), List.of("US-TX"));
        }
    }

    private static final class Nowhere implements Atlas {
        @Override
        public Area ofNumber(PhoneNumber phone) {
            return Area.UNKNOWN;
        }

        @Override
        public Area ofAddress(Address address) {
            return Area.UNKNOWN;
        }
    }
}
