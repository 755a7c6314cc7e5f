package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.dialing.Circuit;
import outdial.dialing.Slots;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Reason;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.functions.api.ApiWorld.Sent;
import outdial.rules.Area;
import outdial.workspace.Stop;

/// What campaigns and contacts wait for. It is Monday, 10:00 in New York.
final class WaitingApiTest {
    private static final String CAMPAIGN = "/v1/campaigns/" + ApiWorld.CAMPAIGN.id();
    private static final String NO_WINDOW = "{\"window\":null}";

    private final ApiWorld world = new ApiWorld();

    @Test
    void a_campaign_with_somebody_to_call_waits_for_nothing() {
        started("{}");
        world.enrolled("c1", "+12025550111");

        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_stop_comes_before_everything_else() {
        started("{\"executionMode\":\"MANUAL\",\"startAt\":\"2026-04-01T12:00:00Z\"}");
        world.memory.policies().stop(ApiWorld.ACME, Optional.of(new Stop("wrong list", "key", ApiWorld.NOW)));

        Sent sent = world.get(CAMPAIGN + "/progress");

        assertThat(waiting()).isEqualTo("EMERGENCY_STOP");
        assertThat(sent.at("waitingWhy")).isEqualTo("wrong list");
        assertThat(sent.body().has("nextOpeningAt")).isFalse();
    }

    @Test
    void a_manual_campaign_waits_to_be_released() {
        started("{\"executionMode\":\"MANUAL\"}");
        world.enrolled("c1", "+12025550111");

        String before = waiting();
        world.act("start-outreaches");

        assertThat(before).isEqualTo("RELEASE");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void the_earliest_opening_of_all_groups_counts() {
        started(NO_WINDOW);
        group("America/Los_Angeles", "US-CA");
        group("Pacific/Honolulu", "US-HI");
        world.clock.set(Instant.parse("2026-03-02T13:00:00Z"));

        assertThat(waiting()).isEqualTo("HOURS");
        assertThat(world.get(CAMPAIGN + "/progress").at("nextOpeningAt")).isEqualTo("2026-03-02T16:00:00Z");
    }

    @Test
    void nobody_knows_when_to_call_where_no_rule_is_known() {
        started(NO_WINDOW);
        group("Asia/Nicosia", "CY");

        assertThat(waiting()).isEqualTo("RULES_UNKNOWN");
    }

    @Test
    void nobody_knows_when_to_call_those_of_whom_no_time_zone_is_known() {
        started(NO_WINDOW);
        world.memory.groups().ensure(ApiWorld.CAMPAIGN.id(), CallingGroup.of(Area.UNKNOWN, 1));

        assertThat(waiting()).isEqualTo("WHEREABOUTS");
    }

    @Test
    void a_carrier_that_is_given_a_rest_says_why_and_until_when() {
        started("{}");
        world.enrolled("c1", "+12025550111");
        world.memory
                .circuits()
                .change(
                        "chime-sdk",
                        Circuit.sound(),
                        new Circuit.Open("AccessDenied", ApiWorld.NOW.plusSeconds(60), Duration.ofMinutes(1)));

        Sent sent = world.get(CAMPAIGN + "/progress");

        assertThat(waiting()).isEqualTo("CARRIER");
        assertThat(sent.at("nextOpeningAt")).isEqualTo("2026-03-02T15:01:00Z");
        assertThat(sent.at("waitingWhy")).isEqualTo("AccessDenied");
    }

    @Test
    void a_campaign_that_got_no_place_waits_for_the_others() {
        started("{}");
        world.enrolled("c1", "+12025550111");
        Scope carrier = Scope.carrier("chime-sdk");
        world.memory.slots().limit(carrier, 1);
        world.memory
                .slots()
                .await(
                        carrier,
                        ApiWorld.CAMPAIGN,
                        new Slots.Mark(ApiWorld.NOW.minusSeconds(60), ApiWorld.NOW.plusSeconds(60)));

        assertThat(waiting()).isEqualTo("CARRIER_FULL");
    }

    @Test
    void a_campaign_whose_contacts_are_not_due_waits_for_them() {
        started("{}");
        Enrollment.Waiting later = world.enrolled("c1", "+12025550111");
        world.memory.enrollments().change(later, later.postpone(ApiWorld.NOW.plusSeconds(1), Reason.RETRY));

        assertThat(waiting()).isEqualTo("CONTACTS");
    }

    @Test
    void a_campaign_without_contacts_waits_for_them() {
        started(NO_WINDOW);

        assertThat(waiting()).isEqualTo("CONTACTS");
    }

    @Test
    void a_contact_that_is_due_at_night_is_called_in_the_morning() {
        started("{}");
        Enrollment.Waiting later = world.enrolled("c1", "+12025550111");
        world.memory
                .enrollments()
                .change(later, later.postpone(Instant.parse("2026-03-03T03:00:00Z"), Reason.FREQUENCY));

        Sent sent = world.get(CAMPAIGN + "/contacts");

        assertThat(sent.body().at("/items/0/waitingFor").asText()).isEqualTo("HOURS");
        assertThat(sent.body().at("/items/0/nextActionAt").asText()).isEqualTo("2026-03-03T14:00:00Z");
    }

    @Test
    void a_contact_that_is_due_in_open_hours_is_called_then_for_its_own_reason() {
        started("{}");
        Enrollment.Waiting later = world.enrolled("c1", "+12025550111");
        world.memory
                .enrollments()
                .change(later, later.postpone(Instant.parse("2026-03-02T17:00:00Z"), Reason.NUMBER_BUSY));

        Sent sent = world.get(CAMPAIGN + "/contacts");

        assertThat(sent.body().at("/items/0/waitingFor").asText()).isEqualTo("NUMBER_BUSY");
        assertThat(sent.body().at("/items/0/nextActionAt").asText()).isEqualTo("2026-03-02T17:00:00Z");
    }

    @Test
    void a_contact_that_is_final_says_why() {
        started("{}");
        Enrollment.Waiting first = world.enrolled("c1", "+12025550111");
        world.memory.enrollments().change(first, first.finish(Status.DISQUALIFIED, "not score at least 50"));

        Sent sent = world.get(CAMPAIGN + "/contacts");

        assertThat(sent.body().at("/items/0/why").asText()).isEqualTo("not score at least 50");
        assertThat(sent.body().at("/items/0").has("waitingFor")).isFalse();
    }

    private void started(String settings) {
        world.draft();
        world.edit(settings);
        world.act("start");
    }

    private void group(String zone, String region) {
        world.memory
                .groups()
                .ensure(ApiWorld.CAMPAIGN.id(), CallingGroup.of(Area.of(List.of(zone), List.of(region)), 1));
    }

    private String waiting() {
        return world.get(CAMPAIGN + "/progress").at("waitingFor");
    }
}
