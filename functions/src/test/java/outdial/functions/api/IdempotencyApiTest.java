package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.functions.api.ApiWorld.Sent;
import outdial.functions.api.Idempotency.Submission;
import outdial.page.PageRequest;

final class IdempotencyApiTest {
    private static final String CAMPAIGNS = "/v1/campaigns";

    private final ApiWorld world = new ApiWorld();

    @Test
    void the_same_request_again_gets_the_same_answer_and_does_nothing() {
        Sent first = world.postOnce(CAMPAIGNS, "key-1", "{\"name\":\"A\"}");
        Sent second = world.postOnce(CAMPAIGNS, "key-1", "{\"name\":\"A\"}");

        assertThat(second).isEqualTo(first);
        assertThat(campaigns()).isEqualTo(1);
    }

    @Test
    void another_key_is_another_request() {
        world.postOnce(CAMPAIGNS, "key-1", "{\"name\":\"A\"}");
        world.postOnce(CAMPAIGNS, "key-2", "{\"name\":\"A\"}");

        assertThat(campaigns()).isEqualTo(2);
    }

    @Test
    void the_same_key_in_another_workspace_is_another_request() {
        world.postOnce(CAMPAIGNS, "key-1", "{\"name\":\"A\"}");
        ObjectNode event = Events.request("POST", CAMPAIGNS, "{\"name\":\"A\"}");
        event.withObject("/headers").put("idempotency-key", "key-1");
        event.withObject("/requestContext/authorizer/lambda").put("workspaceId", "other");

        assertThat(world.send(event).status()).isEqualTo(201);
        assertThat(campaigns()).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        world.postOnce(CAMPAIGNS, "key-1", "{\"name\":\"A\"}");

        Sent sent = world.postOnce(CAMPAIGNS, "key-1", "{\"name\":\"B\"}");

        assertThat(sent.problem()).isEqualTo("422 idempotency-key-reused Idempotency-Key");
        assertThat(campaigns()).isEqualTo(1);
    }

    @Test
    void a_request_that_was_refused_may_be_put_right_with_the_same_key() {
        Sent refused = world.postOnce(CAMPAIGNS, "key-1", "{\"name\":\"\"}");
        Sent right = world.postOnce(CAMPAIGNS, "key-1", "{\"name\":\"A\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(right.status()).isEqualTo(201);
    }

    @Test
    void a_request_whose_first_sending_still_runs_waits() {
        claim("POST /v1/campaigns#key-1", "{\"name\":\"A\"}");

        assertThat(world.postOnce(CAMPAIGNS, "key-1", "{\"name\":\"A\"}").problem())
                .isEqualTo("409 still-running");
    }

    @Test
    void a_request_whose_first_sending_died_runs_again_after_a_minute() {
        claim("POST /v1/campaigns#key-1", "{\"name\":\"A\"}");
        world.clock.advance(Duration.ofMinutes(1));

        assertThat(world.postOnce(CAMPAIGNS, "key-1", "{\"name\":\"A\"}").status())
                .isEqualTo(201);
    }

    @Test
    void a_request_that_died_after_its_write_finds_what_it_made() {
        Sent first = world.postOnce(CAMPAIGNS, "key-1", "{\"name\":\"A\"}");
        world.clock.advance(Duration.ofHours(24));

        Sent again = world.postOnce(CAMPAIGNS, "key-1", "{\"name\":\"A\"}");

        assertThat(again.at("id")).isEqualTo(first.at("id"));
        assertThat(campaigns()).isEqualTo(1);
    }

    @Test
    void an_action_is_repeated_without_harm() {
        world.draft();
        String start = "/v1/campaigns/" + ApiWorld.CAMPAIGN.id() + "/start";

        Sent first = world.postOnce(start, "go", "");
        Sent second = world.postOnce(start, "go", "");

        assertThat(second).isEqualTo(first);
        assertThat(second.at("status")).isEqualTo("SCHEDULED");
    }

    @Test
    void a_secret_is_told_once_even_to_the_same_request() {
        Sent first = issueKey();
        Sent second = issueKey();

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.problem()).isEqualTo("409 already-issued");
    }

    private Sent issueKey() {
        ObjectNode event = Events.request("POST", "/v1/api-keys", "{\"role\":\"VIEWER\",\"label\":\"CRM\"}");
        event.withObject("/headers").put("idempotency-key", "key-1");
        event.withObject("/requestContext/authorizer/lambda").put("role", "ADMIN");
        return world.send(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space", "ümlaut"})
    void a_key_is_visible_ascii(String key) {
        assertThat(world.postOnce(CAMPAIGNS, key, "{\"name\":\"A\"}").problem())
                .isEqualTo("422 invalid-value Idempotency-Key");
    }

    @Test
    void a_key_has_at_most_128_characters() {
        assertThat(world.postOnce(CAMPAIGNS, "k".repeat(128), "{\"name\":\"A\"}")
                        .status())
                .isEqualTo(201);
        assertThat(world.postOnce(CAMPAIGNS, "k".repeat(129), "{\"name\":\"A\"}")
                        .status())
                .isEqualTo(422);
    }

    private void claim(String key, String body) {
        Submission submission = new Submission("acme#" + key, Digests.sha256Hex(body), "another request");
        assertThat(world.ports.idempotency().claim(submission, ApiWorld.NOW))
                .isEqualTo(new Idempotency.Claim.Mine(ApiWorld.NOW));
    }

    private int campaigns() {
        return world.memory
                .campaigns()
                .list(ApiWorld.ACME, new PageRequest(10, Optional.empty()))
                .items()
                .size();
    }
}
