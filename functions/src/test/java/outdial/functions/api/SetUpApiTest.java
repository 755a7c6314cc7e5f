package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import outdial.dialing.Slots;
import outdial.enrollment.Scope;
import outdial.functions.api.ApiWorld.Sent;
import outdial.workspace.Role;

/// Agents, caller numbers and API keys.
final class SetUpApiTest {
    private final ApiWorld world = new ApiWorld();

    @Test
    void an_agent_needs_a_name_and_a_greeting_and_lets_people_opt_out_with_key_9() {
        Sent sent = world.post("/v1/agents", "{\"name\":\"Recall\",\"greeting\":\"Hello {{first_name}}.\"}");

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.body().path("voice")).hasToString("{\"id\":\"Joanna\",\"language\":\"en-US\"}");
        assertThat(sent.body().at("/keys/1/outcome").asText()).isEqualTo("INTERESTED");
        assertThat(sent.body().at("/keys/9/outcome").asText()).isEqualTo("DO_NOT_CALL");
        assertThat(world.get("/v1/agents/" + sent.at("id")).body()).isEqualTo(sent.body());
        assertThat(world.get("/v1/agents").body().findValuesAsText("name")).containsExactly("Recall", "Recall");
    }

    @Test
    void keys_of_its_own_keep_the_way_to_opt_out() {
        Sent sent = world.post("/v1/agents", """
                {"name":"A","greeting":"Hi","keys":{"3":{"outcome":"CONFIRMED","reply":"See you."}}}""");

        assertThat(sent.body().path("keys").properties().stream().map(Map.Entry::getKey))
                .containsExactly("3", "9");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"name\":\"A\"}                                           | 422 invalid-value greeting",
                "{\"name\":\"A\",\"greeting\":\"Hi\",\"kind\":\"LEX\"}      | 422 invalid-value kind",
                "{\"name\":\"A\",\"greeting\":\"Hi\",\"voice\":\"Joanna\"}  | 422 invalid-value voice",
                "{\"name\":\"A\",\"greeting\":\"Hi\",\"defaults\":{\"x\":1}} | 422 invalid-value defaults.x",
                "{\"name\":\"A\",\"greeting\":\"Hi\",\"keys\":{\"#\":{\"outcome\":\"CONFIRMED\",\"reply\":\"r\"}}} | 422 invalid-value keys",
                "{\"name\":\"A\",\"greeting\":\"Hi\",\"keys\":{\"1\":{\"outcome\":\"BUSY\",\"reply\":\"r\"}}} | 422 invalid-value keys",
                "{\"name\":\"A\",\"greeting\":\"Hi\",\"keys\":{\"1\":{\"outcome\":\"MAYBE\",\"reply\":\"r\"}}} | 422 invalid-value keys.1.outcome",
                "{\"name\":\"A\",\"greeting\":\"Hi\",\"keys\":{\"1\":{\"outcome\":\"CONFIRMED\"}}} | 422 invalid-value keys.1.reply",
                "{\"name\":\"A\",\"greeting\":\"Hi\",\"keys\":{\"9\":{\"outcome\":\"CONFIRMED\",\"reply\":\"r\"}}} | 422 invalid-value keys",
            })
    void an_agent_that_could_not_talk_is_refused(String body, String problem) {
        assertThat(world.post("/v1/agents", body).problem()).isEqualTo(problem);
    }

    @Test
    void an_agent_of_another_workspace_is_not_found() {
        assertThat(world.inWorkspace("other", "GET", "/v1/agents/6f1d2c3b4a5968778695", "")
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void a_caller_number_is_put_with_its_limit_of_calls_at_once() {
        Sent sent = world.send("PUT", "/v1/caller-numbers/%2B442079460958", "{\"label\":\"London\",\"concurrency\":4}");

        assertThat(sent.body())
                .hasToString(
                        "{\"phone\":\"+442079460958\",\"label\":\"London\",\"carrier\":\"chime-sdk\",\"concurrency\":4}");
        assertThat(world.get("/v1/caller-numbers").body().findValuesAsText("phone"))
                .containsExactly("+12025550100", "+442079460958");
        Scope scope = Scope.callerNumber(ApiWorld.ACME, new outdial.phone.PhoneNumber("+442079460958"));
        assertThat(world.memory.slots().of(List.of(scope))).containsExactly(new Slots.Use(scope, 0, 4));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "%2B442079460958 | {\"carrier\":\"pigeon\"}  | 422 invalid-value carrier",
                "%2B442079460958 | {\"concurrency\":0}       | 422 invalid-value concurrency",
                "911             | {\"label\":\"Police\"}    | 422 invalid-value phone",
            })
    void a_caller_number_that_could_not_call_is_refused(String phone, String body, String problem) {
        assertThat(world.send("PUT", "/v1/caller-numbers/" + phone, body).problem())
                .isEqualTo(problem);
    }

    @Test
    void an_issued_key_opens_the_workspace_until_it_is_revoked() {
        Sent issued = world.as(Role.ADMIN, "POST", "/v1/api-keys", "{\"role\":\"INGEST\",\"label\":\"CRM\"}");
        Doorkeeper doorkeeper = new Doorkeeper(world.memory.workspaces());
        Optional<String> header = Optional.of("Bearer " + issued.at("key"));

        assertThat(doorkeeper.contextOf(header))
                .isEqualTo(Map.of("workspaceId", "acme", "role", "INGEST", "keyId", issued.at("keyId")));

        world.as(Role.ADMIN, "DELETE", "/v1/api-keys/" + issued.at("keyId"), "");

        assertThat(doorkeeper.contextOf(header)).isEqualTo(Map.of("refusal", "revoked-key"));
    }

    @Test
    void a_key_is_shown_once_and_kept_only_as_its_hash() {
        Sent issued = world.as(Role.ADMIN, "POST", "/v1/api-keys", "{\"role\":\"VIEWER\",\"label\":\"CRM\"}");
        String secret = issued.at("key").substring(issued.at("key").lastIndexOf('_') + 1);

        Sent listed = world.as(Role.ADMIN, "GET", "/v1/api-keys", "");

        assertThat(listed.body().findValuesAsText("keyId")).contains(issued.at("keyId"));
        assertThat(listed.body().toString()).doesNotContain(secret);
        assertThat(world.memory
                        .workspaces()
                        .key(ApiWorld.ACME, issued.at("keyId"))
                        .orElseThrow())
                .satisfies(kept -> assertThat(kept.toString()).doesNotContain(secret))
                .satisfies(kept -> assertThat(kept.secretSha256()).isEqualTo(Digests.sha256Hex(secret)));
    }

    @Test
    void a_key_cannot_revoke_itself() {
        assertThat(world.as(Role.ADMIN, "DELETE", "/v1/api-keys/0123456789ab", "")
                        .problem())
                .isEqualTo("409 action-not-allowed");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void only_an_admin_handles_keys(Role role) {
        assertThat(world.as(role, "GET", "/v1/api-keys", "").problem()).isEqualTo("403 role-not-allowed");
        assertThat(world.as(role, "POST", "/v1/api-keys", "{\"role\":\"ADMIN\",\"label\":\"Mine\"}")
                        .problem())
                .isEqualTo("403 role-not-allowed");
        assertThat(world.as(role, "DELETE", "/v1/api-keys/0badc0ffee42", "").problem())
                .isEqualTo("403 role-not-allowed");
    }

    @Test
    void an_ingest_key_reads_nothing() {
        assertThat(world.as(Role.INGEST, "GET", "/v1/campaigns", "").problem()).isEqualTo("403 role-not-allowed");
    }
}
