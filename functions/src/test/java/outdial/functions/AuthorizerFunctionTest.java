package outdial.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.functions.api.Events;
import outdial.memory.Memory;
import outdial.workspace.ApiKey;
import outdial.workspace.Role;
import outdial.workspace.WorkspaceId;

final class AuthorizerFunctionTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final String SECRET = "4f".repeat(32);

    /// SHA-256 of `SECRET`, by `printf %s 4f4f… | sha256sum`.
    private static final String SECRET_SHA256 = "481568cf8ea0c96cb977077a703463c6af7500e45277cda97d9e90965d03cc10";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Memory memory = new Memory();
    private final AuthorizerFunction authorizer = new AuthorizerFunction(memory.workspaces());
    private final ApiKey key = new ApiKey(
            new WorkspaceId("acme"), "0123456789ab", Role.OPERATOR, "CRM", SECRET_SHA256, NOW, Optional.empty());

    @BeforeEach
    void issue() {
        memory.workspaces().put(key);
    }

    @Test
    void a_key_that_opens_says_whose_it_is() throws IOException {
        assertThat(answer(Events.tree("Authorizer/good-key.json")))
                .isEqualTo(
                        MAPPER.readTree("{\"workspaceId\":\"acme\",\"role\":\"OPERATOR\",\"keyId\":\"0123456789ab\"}"));
    }

    @Test
    void a_revoked_key_opens_nothing() throws IOException {
        memory.workspaces().put(key.revoke(NOW));

        assertThat(answer(Events.tree("Authorizer/good-key.json"))).isEqualTo(refusal("revoked-key"));
    }

    @ParameterizedTest
    @CsvSource({
        "Authorizer/no-key.json, missing-key",
        "Authorizer/malformed-key.json, malformed-key",
        "Authorizer/unknown-key.json, unknown-key",
    })
    void every_other_sample_event_is_refused_in_its_context(String file, String refusal) throws IOException {
        assertThat(answer(Events.tree(file))).isEqualTo(refusal(refusal));
    }

    @Test
    void the_wrong_secret_of_a_known_key_is_no_better_than_an_unknown_key() throws IOException {
        assertThat(answer(with("Bearer od_acme_0123456789ab_" + "00".repeat(32))))
                .isEqualTo(refusal("unknown-key"));
    }

    @Test
    void a_key_opens_only_the_workspace_it_was_issued_for() throws IOException {
        assertThat(answer(with("Bearer od_other_0123456789ab_" + SECRET))).isEqualTo(refusal("unknown-key"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Basic b2Q6c2VjcmV0",
                "od_acme_0123456789ab_4f4f",
                "Bearer od_ACME_0123456789ab_4f4f",
                "Bearer od_acme_0123456789ab_4f4f od_acme"
            })
    void what_is_not_in_the_form_of_a_key_is_said_to_be_so(String authorization) throws IOException {
        assertThat(answer(with(authorization))).isEqualTo(refusal("malformed-key"));
    }

    @Test
    void the_scheme_is_written_as_people_like() throws IOException {
        JsonNode context = answer(with("bearer  od_acme_0123456789ab_" + SECRET));

        assertThat(context.path("workspaceId").asText()).isEqualTo("acme");
    }

    private static JsonNode with(String authorization) {
        ObjectNode event = (ObjectNode) Events.tree("Authorizer/good-key.json");
        event.withObject("/headers").put("authorization", authorization);
        return event;
    }

    /// The context it answers.
    private JsonNode answer(JsonNode event) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        authorizer.handleRequest(
                new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)), output, new NoContext());
        JsonNode answer = MAPPER.readTree(output.toByteArray());
        assertThat(answer.path("isAuthorized").asBoolean()).isTrue();
        return answer.path("context");
    }

    private static JsonNode refusal(String why) {
        return MAPPER.createObjectNode().put("refusal", why);
    }
}
