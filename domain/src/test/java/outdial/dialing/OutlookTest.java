package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.campaign.CampaignType;
import outdial.campaign.Details;
import outdial.campaign.Eligibility;
import outdial.campaign.ExecutionMode;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.contract.Scene;
import outdial.dialing.Outlook.Wait;
import outdial.dialing.Outlook.Wait.Cause;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Reason;
import outdial.enrollment.Scope;
import outdial.hours.DailyHours;
import outdial.hours.Window;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.Atlas;
import outdial.rules.Purpose;
import outdial.rules.Region;
import outdial.rules.Rulebook;
import outdial.rules.Switches;
import outdial.workspace.Stop;

/// It is Monday noon in the hours of the office.
final class OutlookTest {
    private static final Duration RINGING = Duration.ofSeconds(30);
    private static final Law LAW = new Law(Rulebook.shipped(), new America());

    private final Desk desk = Desk.with("ann");

    @Test
    void a_campaign_with_somebody_to_call_waits_for_nothing() {
        assertThat(wait(active(desk.campaign().settings()))).isEmpty();
    }

    @Test
    void a_stop_comes_first_and_says_why() {
        desk.memory.policies().stop(desk.scene.workspace(), Optional.of(new Stop("wrong list", "key", NOON)));

        assertThat(wait(manual())).contains(new Wait(Cause.EMERGENCY_STOP, Optional.empty(), "wrong list"));
    }

    @Test
    void before_its_start_it_waits_for_the_first_opening_after_it() {
        Settings later = settings(usual().window(), ExecutionMode.SCHEDULED, Optional.of(NOON.plusSeconds(60)));

        assertThat(wait(active(later))).contains(new Wait(Cause.START, Optional.of(NOON.plusSeconds(60)), ""));
    }

    @Test
    void a_manual_campaign_waits_to_be_released() {
        Campaign.Active manual = manual();

        assertThat(wait(manual)).contains(new Wait(Cause.RELEASE));
        assertThat(wait(manual.release(NOON))).isEmpty();
    }

    @Test
    void out_of_hours_it_waits_for_the_earliest_opening() {
        Optional<Wait> wait = outlook(desk.law).of(active(usual()), NOON.plus(Duration.ofHours(12)));

        assertThat(wait.map(Wait::cause)).contains(Cause.HOURS);
        assertThat(wait.flatMap(Wait::until)).isPresent();
    }

    @Test
    void nobody_knows_when_to_call_where_no_rule_or_no_time_is_known() {
        Campaign.Active cyprus = fresh("cyprus", CallingGroup.of(Area.of(List.of("Asia/Nicosia"), List.of("CY")), 1));
        Campaign.Active nowhere = fresh("nowhere", CallingGroup.of(Area.UNKNOWN, 1));

        assertThat(outlook(LAW).of(cyprus, NOON)).contains(new Wait(Cause.RULES_UNKNOWN));
        assertThat(outlook(LAW).of(nowhere, NOON)).contains(new Wait(Cause.WHEREABOUTS));
    }

    @Test
    void a_carrier_that_rests_says_why_and_until_when() {
        Instant until = NOON.plusSeconds(60);
        desk.memory
                .circuits()
                .change("chime", Circuit.sound(), new Circuit.Open("AccessDenied", until, Duration.ofMinutes(1)));

        assertThat(wait(active(usual()))).contains(new Wait(Cause.CARRIER, Optional.of(until), "AccessDenied"));
        assertThat(outlook(desk.law).of(active(usual()), until)).isEmpty();
    }

    @Test
    void a_campaign_that_got_no_place_waits_for_one_as_long_as_its_mark_holds() {
        Scope carrier = Scope.carrier("chime");
        desk.memory.slots().limit(carrier, 1);
        desk.memory.slots().await(carrier, desk.ref(), new Slots.Mark(NOON, NOON.plusSeconds(60)));

        assertThat(wait(active(usual()))).contains(new Wait(Cause.CARRIER_FULL));
        assertThat(outlook(desk.law).of(active(usual()), NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void a_campaign_of_which_nobody_is_due_waits_for_contacts() {
        Enrollment.Waiting ann = (Enrollment.Waiting) desk.of("ann");
        desk.memory.enrollments().change(ann, ann.postpone(NOON.plusSeconds(1), Reason.RETRY));

        assertThat(wait(active(usual()))).contains(new Wait(Cause.CONTACTS));
    }

    @Test
    void a_campaign_without_contacts_waits_for_them_or_for_its_window() {
        CampaignRef empty = desk.scene.campaign("empty");
        Campaign.Active open = new Campaign.InProgress(
                new Details(empty, settings(Optional.empty(), ExecutionMode.SCHEDULED, Optional.empty()), NOON, 1, 0));
        Campaign.Active windowed = new Campaign.InProgress(new Details(empty, usual(), NOON, 1, 0));

        assertThat(wait(open)).contains(new Wait(Cause.CONTACTS));
        assertThat(outlook(desk.law)
                        .of(windowed, NOON.plus(Duration.ofHours(12)))
                        .map(Wait::cause))
                .contains(Cause.HOURS);
    }

    @Test
    void a_contact_waits_for_its_reason_in_open_hours_and_else_for_the_next_opening() {
        Enrollment.Waiting ann = (Enrollment.Waiting) desk.of("ann");
        NextCalls noon = new NextCalls(desk.law, usual(), Switches.UNTOUCHED, NOON, RINGING);
        NextCalls nowhere = new NextCalls(
                LAW,
                settings(Optional.empty(), ExecutionMode.SCHEDULED, Optional.empty()),
                Switches.UNTOUCHED,
                NOON,
                RINGING);
        Enrollment.Waiting lost = new Enrollment.Waiting(
                ann.who(), NOON, CallingGroup.of(Area.UNKNOWN, 1).laneOf("ann"));

        assertThat(noon.of(ann)).isEqualTo(new NextCalls.Next(Reason.FIRST_CALL, Optional.of(NOON)));
        assertThat(noon.of(ann.postpone(NOON.plus(Duration.ofHours(12)), Reason.RETRY))
                        .waitingFor())
                .isEqualTo(Reason.HOURS);
        assertThat(nowhere.of(lost)).isEqualTo(new NextCalls.Next(Reason.WHEREABOUTS, Optional.empty()));
    }

    @Test
    void a_window_at_night_never_opens_unless_the_rules_are_off() {
        Settings night = settings(
                Optional.of(new Window(
                        new Window.Zone.ContactLocal(),
                        List.of(new DailyHours(
                                EnumSet.allOf(DayOfWeek.class), LocalTime.of(22, 0), LocalTime.of(23, 0))),
                        Collections.emptySortedSet())),
                ExecutionMode.SCHEDULED,
                Optional.empty());
        Switches off = Switches.UNTOUCHED.withAllOff(new Switches.Waiver("counsel", "key", NOON));

        assertThat(LAW.everOpens(night, Switches.UNTOUCHED, new Region("US"), NOON, RINGING))
                .isFalse();
        assertThat(LAW.everOpens(night, off, new Region("US"), NOON, RINGING)).isTrue();
        assertThat(LAW.everOpens(usual(), Switches.UNTOUCHED, new Region("US"), NOON, RINGING))
                .isTrue();
    }

    private Optional<Wait> wait(Campaign.Active campaign) {
        return outlook(desk.law).of(campaign, NOON);
    }

    private Outlook outlook(Law law) {
        return new Outlook(desk.memory.books(), desk.memory.slots(), desk.memory.circuits(), law, RINGING);
    }

    private Campaign.Active active(Settings settings) {
        return new Campaign.InProgress(new Details(desk.ref(), settings, NOON, 1, 0));
    }

    private Campaign.Active manual() {
        return active(settings(usual().window(), ExecutionMode.MANUAL, Optional.empty()));
    }

    private Campaign.Active fresh(String name, CallingGroup group) {
        CampaignRef ref = new CampaignRef(desk.scene.workspace(), new CampaignId(name));
        desk.memory.groups().ensure(ref.id(), group);
        return new Campaign.InProgress(
                new Details(ref, settings(Optional.empty(), ExecutionMode.SCHEDULED, Optional.empty()), NOON, 1, 0));
    }

    private static Settings usual() {
        return Scene.of("acme").settings(2);
    }

    private static Settings settings(Optional<Window> window, ExecutionMode mode, Optional<Instant> startAt) {
        return new Settings(
                "Recall",
                CampaignType.ONE_TIME,
                usual().agent(),
                usual().callerNumbers(),
                usual().limits(),
                RetryRules.DEFAULT,
                window,
                startAt,
                Optional.empty(),
                mode,
                Purpose.TELEMARKETING,
                Eligibility.EVERYBODY);
    }

    /// Everybody is in New York.
    private static final class America implements Atlas {
        private static final Area NEW_YORK = Area.of(List.of("America/New_York"), List.of("US"));

        @Override
        public Area ofNumber(PhoneNumber phone) {
            return NEW_YORK;
        }

        @Override
        public Area ofAddress(Address address) {
            return NEW_YORK;
        }
    }
}
