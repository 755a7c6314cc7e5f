package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.functions.api.ApiWorld.Sent;

/// What is true of every request.
final class ApiTest {
    private final ApiWorld world = new ApiWorld();

    @Test
    void health_needs_no_key() {
        assertThat(world.send(Events.tree("Api/health.json")).body()).hasToString("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @CsvSource({"missing-key", "malformed-key", "unknown-key", "revoked-key"})
    void who_is_not_known_is_told_why(String refusal) {
        ObjectNode event = Events.request("GET", "/v1/campaigns", "");
        event.withObject("/requestContext/authorizer").putObject("lambda").put("refusal", refusal);

        Sent sent = world.send(event);

        assertThat(sent.problem()).isEqualTo("401 " + refusal);
        assertThat(sent.headers()).containsEntry("www-authenticate", "Bearer realm=\"outdial\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'', OPERATOR, 0123456789ab",
        "acme, '', 0123456789ab",
        "acme, ROOT, 0123456789ab",
        "acme, OPERATOR, ''",
        "Not A Workspace, OPERATOR, 0123456789ab",
    })
    void without_the_authorizers_full_word_nobody_gets_in(String workspace, String role, String key) {
        ObjectNode event = Events.request("GET", "/v1/campaigns", "");
        event.withObject("/requestContext/authorizer")
                .putObject("lambda")
                .put("workspaceId", workspace)
                .put("role", role)
                .put("keyId", key);

        assertThat(world.send(event).problem()).isEqualTo("401 missing-key");
    }

    @Test
    void who_has_no_key_does_not_learn_what_is_there() {
        ObjectNode event = Events.request("GET", "/v1/nothing-here", "");
        event.withObject("/requestContext").remove("authorizer");

        assertThat(world.send(event).problem()).isEqualTo("401 missing-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/v1/campaigns/a/b", "/v1/campaigns/", "/campaigns", "/v1"})
    void a_path_that_is_not_there_is_not_found(String path) {
        assertThat(world.get(path).problem()).isEqualTo("404 not-found");
    }

    @Test
    void a_method_that_is_not_allowed_is_told_which_are() {
        Sent sent = world.send("DELETE", "/v1/campaigns", "");

        assertThat(sent.problem()).isEqualTo("405 method-not-allowed");
        assertThat(sent.headers()).containsEntry("allow", "GET, POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"name\"",
                "{\"name\":\"A\"}}",
                "{\"name\":\"A\",\"name\":\"B\"}",
                "{'name':'A'}",
                "name=A"
            })
    void a_body_that_is_not_one_json_object_is_refused(String body) {
        assertThat(world.post("/v1/campaigns", body).problem()).isEqualTo("400 malformed-json");
    }

    @Test
    void a_field_that_nobody_knows_is_named() {
        Sent sent = world.send(Events.tree("Api/unknown-field.json"));

        assertThat(sent.problem()).isEqualTo("422 unknown-field concurency");
        assertThat(sent.at("detail")).contains("known are name, type, agentId");
    }

    @Test
    void a_body_that_is_not_json_by_its_header_is_refused() {
        ObjectNode event = Events.request("POST", "/v1/campaigns", "{\"name\":\"A\"}");
        event.withObject("/headers").put("content-type", "application/x-www-form-urlencoded");

        assertThat(world.send(event).problem()).isEqualTo("415 not-json");
    }

    @Test
    void a_body_of_more_than_four_million_characters_is_refused() {
        String body = "{\"name\":\"" + "x".repeat(4_000_000) + "\"}";

        assertThat(world.post("/v1/campaigns", body).problem()).isEqualTo("413 body-too-large");
    }

    @Test
    void a_body_may_come_in_base64() {
        String body = "{\"name\":\"Zürich\"}";
        ObjectNode event = Events.request("POST", "/v1/campaigns", body);
        event.put("body", Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
        event.put("isBase64Encoded", true);

        assertThat(world.send(event).at("name")).isEqualTo("Zürich");
    }

    @Test
    void what_goes_wrong_inside_stays_inside() {
        ObjectNode event = Events.request("GET", "/v1/do-not-call/2025550143", "");
        event.withObject("/requestContext/authorizer/lambda").put("workspaceId", "gone");

        Sent sent = world.send(event);

        assertThat(sent.problem()).isEqualTo("500 internal-error");
        assertThat(sent.at("instance")).isEqualTo("urn:outdial:request:JKJaXmPLvHcESHA=");
        assertThat(sent.body().toString()).doesNotContain("Exception", "gone", "2025550143");
    }

    @ParameterizedTest
    @CsvSource({
        "Api/create-campaign.json, 201",
        "Api/list-campaigns.json, 200",
        "Api/read-campaign.json, 200",
        "Api/start-campaign.json, 200",
        "Api/progress.json, 200",
        "Api/contacts-not-reached.json, 200",
        "Api/do-not-call.json, 200",
        "Api/create-agent.json, 201",
        "Api/caller-number.json, 200",
        "Api/create-api-key.json, 201",
        "Api/health.json, 200",
        "Api/create-campaign-repeatable.json, 201",
        "Api/add-contacts.json, 200",
        "Api/create-import.json, 201",
        "Api/create-import-of-a-do-not-call-list.json, 201",
        "Api/create-import-previewed.json, 201",
        "Api/list-imports.json, 200",
        "Api/list-calls.json, 200",
        "Api/unknown-field.json, 422",
        "Api/pause-campaign.json, 409",
        "Api/no-key.json, 401",
        "Api/revoked-key.json, 401",
        "Api/no-word-from-the-authorizer.json, 401",
        "Api/not-json.json, 400",
    })
    void every_sample_event_is_answered(String file, int status) {
        world.draft();

        assertThat(world.send(Events.tree(file)).status()).isEqualTo(status);
    }

    @Test
    void there_is_no_sample_event_that_nobody_tries() throws NoSuchMethodException {
        String[] tried = ApiTest.class
                .getDeclaredMethod("every_sample_event_is_answered", String.class, int.class)
                .getAnnotation(CsvSource.class)
                .value();

        assertThat(tried)
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsAll(Events.of("Api"));
    }

    @Test
    void an_answer_is_in_the_form_that_an_http_api_wants() {
        APIGatewayV2HTTPResponse response = world.api.answer(Events.http(Events.tree("Api/health.json")));

        assertThat(response.getIsBase64Encoded()).isFalse();
        assertThat(response.getHeaders()).isEqualTo(Map.of("content-type", "application/json"));
    }
}
