package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.call.Attempt;
import outdial.call.Closing;
import outdial.call.Outcome;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.enrollment.Token;
import outdial.functions.api.ApiWorld.Sent;

final class ReachedApiTest {
    private static final String CAMPAIGN = "/v1/campaigns/" + ApiWorld.CAMPAIGN.id();

    private final ApiWorld world = new ApiWorld();

    @Test
    void contacts_are_listed_with_what_comes_next() {
        world.campaignAfter("start");
        world.enrolled("c1", "+12025550111");

        assertThat(world.get(CAMPAIGN + "/contacts").body())
                .hasToString("{\"items\":[{\"contactId\":\"c1\",\"phone\":\"+12025550111\",\"status\":\"PENDING\","
                        + "\"attempts\":0,\"waitingFor\":\"FIRST_CALL\",\"nextActionAt\":\"2026-03-02T15:00:00Z\"}]}");
    }

    @Test
    void contacts_are_filtered_by_status() {
        world.campaignAfter("start");
        world.enrolled("c1", "+12025550111");
        Enrollment.Waiting second = world.enrolled("c2", "+12025550112");
        world.memory.enrollments().change(second, second.finish(Status.FAILED));

        Sent failed = world.get(CAMPAIGN + "/contacts?status=FAILED");

        assertThat(failed.body().findValuesAsText("contactId")).containsExactly("c2");
        assertThat(world.get(CAMPAIGN + "/contacts?status=LOST").problem()).isEqualTo("422 invalid-value status");
    }

    @Test
    void a_pause_shows_over_those_who_wait_and_filters_see_beneath_it() {
        world.campaignAfter("start");
        world.enrolled("c1", "+12025550111");
        Enrollment.Waiting second = world.enrolled("c2", "+12025550112");
        world.memory.enrollments().change(second, second.finish(Status.FAILED));
        world.post(CAMPAIGN + "/pause", "");

        Sent all = world.get(CAMPAIGN + "/contacts");
        Sent pending = world.get(CAMPAIGN + "/contacts?status=PENDING");

        assertThat(all.body().findValuesAsText("status")).containsExactlyInAnyOrder("CAMPAIGN_PAUSED", "FAILED");
        assertThat(pending.body().findValuesAsText("status")).containsExactly("CAMPAIGN_PAUSED");
    }

    @Test
    void a_list_is_read_page_by_page() {
        world.campaignAfter("start");
        for (int i = 10; i < 15; i++) world.enrolled("c" + i, "+120255501" + i);

        Sent first = world.get(CAMPAIGN + "/contacts?limit=3");
        Sent second = world.get(CAMPAIGN + "/contacts?limit=3&cursor=" + first.at("cursor"));

        assertThat(first.body().path("items")).hasSize(3);
        assertThat(second.body().path("items")).hasSize(2);
        assertThat(second.body().has("cursor")).isFalse();
        assertThat(first.body().findValuesAsText("contactId"))
                .doesNotContainAnyElementsOf(second.body().findValuesAsText("contactId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "1.5", "9999999999"})
    void a_page_has_1_to_100_items(String limit) {
        world.draft();

        assertThat(world.get(CAMPAIGN + "/contacts?limit=" + limit).problem()).isEqualTo("422 invalid-value limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAA", "%22", "bm90IG91cnMgYXQgYWxs"})
    void a_cursor_that_is_not_ours_is_refused(String cursor) {
        world.draft();

        assertThat(world.get(CAMPAIGN + "/contacts?cursor=" + cursor).problem()).isEqualTo("422 invalid-value cursor");
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        world.campaignAfter("start");
        for (int i = 10; i < 15; i++) world.enrolled("c" + i, "+120255501" + i);
        String cursor = world.get(CAMPAIGN + "/contacts?limit=2").at("cursor");

        assertThat(world.get(CAMPAIGN + "/calls?cursor=" + cursor).problem()).isEqualTo("422 invalid-value cursor");
        assertThat(world.get(CAMPAIGN + "/contacts?status=PENDING&cursor=" + cursor)
                        .problem())
                .isEqualTo("422 invalid-value cursor");
    }

    @Test
    void a_query_parameter_that_nobody_knows_is_refused() {
        world.draft();

        assertThat(world.get(CAMPAIGN + "/contacts?statsu=FAILED").problem()).isEqualTo("422 unknown-field statsu");
    }

    @Test
    void calls_that_are_over_are_listed() {
        world.campaignAfter("start");
        call(world.enrolled("c1", "+12025550111"));

        assertThat(world.get(CAMPAIGN + "/calls").body())
                .hasToString("{\"items\":[{\"attemptId\":\"t1\",\"contactId\":\"c1\",\"to\":\"+12025550111\","
                        + "\"from\":\"+12025550100\",\"number\":1,\"startedAt\":\"2026-03-02T15:00:00Z\","
                        + "\"answeredAt\":\"2026-03-02T15:00:08Z\",\"endedAt\":\"2026-03-02T15:00:30Z\","
                        + "\"talkSeconds\":22,\"outcome\":\"INTERESTED\"}]}");
    }

    private void call(Enrollment.Waiting waiting) {
        Enrollments enrollments = world.memory.enrollments();
        Scope campaign = Scope.campaign(ApiWorld.CAMPAIGN.id());
        Instant lease = Instant.parse("2026-03-02T15:10:00Z");
        Enrollment.Queued queued = waiting.claim(new Token("t1"), lease, List.of(campaign));
        enrollments.claim(
                List.of(new Enrollments.Claim(waiting, queued)), List.of(new Enrollments.SlotLimit(campaign, 5)));
        Enrollment.Dialing dialing = queued.dial(lease);
        Attempt attempt = new Attempt(
                dialing.attempt(),
                ApiWorld.CAMPAIGN,
                waiting.who().contact(),
                new Attempt.Route(waiting.who().phone(), ApiWorld.CALLER, "chime-sdk"),
                1,
                ApiWorld.NOW,
                Optional.empty());
        NumberRecord number =
                NumberRecord.fresh(ApiWorld.ACME, waiting.who().phone()).dialled(attempt.id(), ApiWorld.NOW, lease);
        enrollments.dial(queued, dialing, new Enrollments.Dial(attempt, number, 1));
        Closing closing = new Closing(
                Outcome.INTERESTED,
                Closing.By.CARRIER,
                Optional.of("call-1"),
                OptionalInt.empty(),
                Optional.of(Instant.parse("2026-03-02T15:00:08Z")),
                Instant.parse("2026-03-02T15:00:30Z"));
        Enrollment done = new Enrollment.Finished(
                dialing.who().after(attempt.id(), Outcome.INTERESTED, closing.endedAt()), Status.COMPLETED);
        assertThat(enrollments.conclude(dialing, done, attempt.close(closing))).isTrue();
    }
}
