package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments.Claim;
import outdial.enrollment.Status;
import outdial.enrollment.Token;
import outdial.memory.MemoryWakeups.Wakeup;

final class DisablingApiTest {
    private static final String CONTACTS = "/v1/campaigns/" + ApiWorld.CAMPAIGN.id() + "/contacts";

    private final ApiWorld world = new ApiWorld();

    @Test
    void a_contact_that_waits_is_set_aside_with_a_reason() {
        world.draft();
        Enrollment.Waiting jane = world.enrolled("jane", "+12025550144");

        ApiWorld.Sent sent = disable("{\"reason\":\"on holiday\"}");

        assertThat(sent.body())
                .hasToString("{\"contactId\":\"jane\",\"phone\":\"+12025550144\",\"status\":\"DISABLED\","
                        + "\"attempts\":0,\"why\":\"on holiday\"}");
        assertThat(world.memory.enrollments().find(jane.id())).contains(jane.hold("on holiday"));
        assertThat(world.get(CONTACTS + "?status=DISABLED").body().path("items"))
                .hasSize(1);
        assertThat(world.get("/v1/campaigns/" + ApiWorld.CAMPAIGN.id() + "/progress")
                        .body()
                        .at("/counts/DISABLED")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void no_reason_need_be_given_and_the_first_one_stays() {
        world.draft();
        Enrollment.Waiting jane = world.enrolled("jane", "+12025550144");

        assertThat(disable("").status()).isEqualTo(200);
        assertThat(disable("{\"reason\":\"again\"}").status()).isEqualTo(200);

        assertThat(world.memory.enrollments().find(jane.id())).contains(jane.hold(""));
    }

    @Test
    void a_reason_that_is_no_text_or_too_long_is_refused() {
        world.draft();
        world.enrolled("jane", "+12025550144");

        assertThat(disable("{\"reason\":7}").problem()).isEqualTo("422 invalid-value reason");
        assertThat(disable("{\"reason\":\"" + "x".repeat(201) + "\"}").problem())
                .isEqualTo("422 invalid-value reason");
        assertThat(disable("{\"because\":\"x\"}").problem()).isEqualTo("422 unknown-field because");
    }

    @Test
    void who_is_enabled_waits_as_before_and_is_looked_at_at_once() {
        world.campaignAfter("start");
        Enrollment.Waiting jane = world.enrolled("jane", "+12025550144");
        disable("");
        world.wakeups.take();

        assertThat(act("enable").status()).isEqualTo(200);

        assertThat(world.memory.enrollments().find(jane.id())).contains(jane);
        assertThat(world.wakeups.take()).containsExactly(new Wakeup(ApiWorld.CAMPAIGN, true, Duration.ZERO));
        assertThat(act("enable").status()).isEqualTo(200);
    }

    @Test
    void who_is_disabled_can_be_skipped() {
        world.draft();
        Enrollment.Waiting jane = world.enrolled("jane", "+12025550144");
        disable("");

        assertThat(act("skip").status()).isEqualTo(200);

        assertThat(world.memory.enrollments().find(jane.id())).contains(jane.finish(Status.SKIPPED));
        assertThat(act("enable").problem()).isEqualTo("409 action-not-allowed");
    }

    @Test
    void a_contact_that_is_being_called_is_not_set_aside_and_is_enabled_as_it_is() {
        world.draft();
        Enrollment.Waiting jane = world.enrolled("jane", "+12025550144");
        Enrollment.Queued queued = jane.claim(new Token("t"), ApiWorld.NOW.plus(Duration.ofMinutes(2)), List.of());
        assertThat(world.memory.enrollments().claim(List.of(new Claim(jane, queued)), List.of()))
                .containsExactly(queued);

        assertThat(disable("").problem()).isEqualTo("409 action-not-allowed");
        assertThat(act("enable").body().path("status").asText()).isEqualTo("QUEUED");

        assertThat(world.memory.enrollments().find(jane.id())).contains(queued);
    }

    @Test
    void nobody_is_set_aside_or_taken_back_who_is_done_or_unknown_or_in_a_closed_campaign() {
        world.draft();
        Enrollment.Waiting jane = world.enrolled("jane", "+12025550144");
        assertThat(world.post(CONTACTS + "/nobody/disable", "").problem()).isEqualTo("404 not-found");
        assertThat(world.post(CONTACTS + "/nobody/enable", "").problem()).isEqualTo("404 not-found");
        disable("");
        world.act("cancel");

        assertThat(act("enable").problem()).isEqualTo("409 action-not-allowed");
        assertThat(world.memory.enrollments().find(jane.id())).contains(jane.hold(""));
    }

    private ApiWorld.Sent disable(String body) {
        return world.post(CONTACTS + "/jane/disable", body);
    }

    private ApiWorld.Sent act(String action) {
        return world.post(CONTACTS + "/jane/" + action, "");
    }
}
