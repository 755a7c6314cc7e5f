package outdial.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.local.Eventually;
import outdial.local.LocalCloud;
import outdial.local.LocalStack;
import outdial.local.Options;
import outdial.local.Outdial;

/// The API from outside: HTTP in, real functions, tables and buckets behind it.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class ApiJourneyTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static LocalCloud cloud;
    private static String key;

    private final HttpClient http = HttpClient.newHttpClient();

    private record Got(HttpResponse<String> response, JsonNode json) {
        int status() {
            return response.statusCode();
        }

        String at(String field) {
            return json.path(field).asText();
        }

        String problem() {
            return status() + " " + at("type").replaceAll(".*/", "");
        }
    }

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.start(LocalStack.keeping(
                Options.of(Path.of("../template.yaml")).with(Outdial.PARAMETERS).enforcingRoles()));
        key = Outdial.bootstrap().open(cloud).apiKey();
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void health_answers_without_a_key() throws Exception {
        Got got = send(HttpRequest.newBuilder(at("/health")));

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json()).hasToString("{\"status\":\"UP\"}");
    }

    @Test
    void a_key_opens_until_it_is_revoked_and_a_wrong_one_never_does() throws Exception {
        Got issued = call("POST", "/api-keys", "{\"role\":\"VIEWER\",\"label\":\"CRM\"}");
        String shown = issued.at("key");

        assertThat(with("", "/campaigns").problem()).isEqualTo("401 missing-key");
        assertThat(with("Bearer nonsense", "/campaigns").problem()).isEqualTo("401 malformed-key");
        assertThat(with("Bearer " + shown.replaceAll(".$", "g"), "/campaigns").problem())
                .isEqualTo("401 malformed-key");
        assertThat(with("Bearer " + shown.replaceAll("_[0-9a-f]{64}", "_" + "0".repeat(64)), "/campaigns")
                        .problem())
                .isEqualTo("401 unknown-key");
        assertThat(with("Bearer " + shown, "/campaigns").status()).isEqualTo(200);

        assertThat(call("DELETE", "/api-keys/" + issued.at("keyId"), "").status())
                .isEqualTo(204);
        assertThat(with("Bearer " + shown, "/campaigns").problem()).isEqualTo("401 revoked-key");
    }

    @Test
    void a_campaign_is_set_up_filled_started_and_paused() throws Exception {
        call("PUT", "/caller-numbers/%2B12025550100", "{\"label\":\"Front desk\"}");
        String agent = call("POST", "/agents", "{\"name\":\"Recall\",\"greeting\":\"Hello {{first_name}}.\"}")
                .at("id");
        String campaign = "/campaigns/"
                + call("POST", "/campaigns", "{\"name\":\"Spring\"}").at("id");

        assertThat(call("POST", campaign + "/start", "").problem()).isEqualTo("422 campaign-incomplete");

        call("PATCH", campaign, """
            {"agentId":"%s","callerNumbers":["(202) 555-0100"],
             "window":{"timeZone":"America/New_York","days":["MON","TUE"],"start":"09:00","end":"17:00"},
             "startAt":"2999-01-01T00:00:00Z"}\
            """.formatted(agent));
        Got added = call("POST", campaign + "/contacts", """
            {"contacts":[{"phone":"202-555-0134","first_name":"Ada"},{"phone":"12"}]}\
            """);
        Got started = call("POST", campaign + "/start", "");

        assertThat(added.json().findValuesAsText("result")).containsExactly("IMPORTED", "INVALID");
        assertThat(started.at("status")).isEqualTo("SCHEDULED");
        Eventually.is(() -> quietly(campaign + "/progress").json().path("total").asInt(), 1);
        Got progress = call("GET", campaign + "/progress", "");
        assertThat(progress.at("waitingFor")).isEqualTo("START");
        assertThat(call("GET", campaign + "/contacts?status=PENDING", "").json().findValuesAsText("phone"))
                .containsExactly("+12025550134");
        assertThat(call("GET", campaign + "/calls", "").json()).hasToString("{\"items\":[]}");

        assertThat(call("POST", campaign + "/pause", "").at("status")).isEqualTo("PAUSED");
        assertThat(call("POST", campaign + "/start", "").problem()).isEqualTo("409 action-not-allowed");
    }

    @Test
    void who_waits_is_set_aside_taken_up_again_or_left_out() throws Exception {
        String campaign = "/campaigns/"
                + call("POST", "/campaigns", "{\"name\":\"Spring\"}").at("id");
        Got added = call("POST", campaign + "/contacts", """
            {"contacts":[{"phone":"202-555-0151"},{"phone":"202-555-0152"}]}\
            """);
        List<String> ids = added.json().findValuesAsText("contactId");
        String first = campaign + "/contacts/" + ids.getFirst();

        assertThat(call("POST", first + "/disable", "{\"reason\":\"on holiday until May\"}")
                        .at("status"))
                .isEqualTo("DISABLED");
        assertThat(call("GET", campaign + "/contacts?status=DISABLED", "")
                        .json()
                        .findValuesAsText("why"))
                .containsExactly("on holiday until May");
        assertThat(call("POST", first + "/enable", "").at("status")).isEqualTo("PENDING");
        assertThat(call("POST", campaign + "/contacts/" + ids.getLast() + "/skip", "")
                        .at("status"))
                .isEqualTo("SKIPPED");
        assertThat(call("POST", campaign + "/contacts/" + ids.getLast() + "/enable", "")
                        .problem())
                .isEqualTo("409 action-not-allowed");
        Eventually.is(
                () -> {
                    JsonNode counts = quietly(campaign + "/progress").json().path("counts");
                    return counts.path("PENDING").asInt() + " "
                            + counts.path("DISABLED").asInt() + " "
                            + counts.path("SKIPPED").asInt();
                },
                "1 0 1");
    }

    @Test
    void preflight_says_who_would_not_be_called_and_why() throws Exception {
        String campaign = "/campaigns/"
                + call("POST", "/campaigns", "{\"name\":\"Spring\"}").at("id");
        call("POST", campaign + "/contacts", """
            {"contacts":[{"phone":"202-555-0153","score":90},{"phone":"202-555-0154","score":10}]}\
            """);
        call("PATCH", campaign, """
            {"eligibility":{"match":"ALL","conditions":[{"field":"score","operator":"AT_LEAST","values":["50"]}]}}\
            """);

        Got preflight = call("POST", campaign + "/preflight", "");

        assertThat(preflight.json().path("examined").asInt()).isEqualTo(2);
        assertThat(preflight.json().path("excluded")).hasToString("{\"NOT_ELIGIBLE\":1}");
    }

    @Test
    void a_number_that_is_put_on_the_list_leaves_its_campaigns() throws Exception {
        String campaign = "/campaigns/"
                + call("POST", "/campaigns", "{\"name\":\"Spring\"}").at("id");
        call("POST", campaign + "/contacts", "{\"contacts\":[{\"phone\":\"+12025550171\"}]}");

        call("POST", "/do-not-call", "{\"phone\":\"202.555.0171\",\"reason\":\"asked\"}");

        assertThat(call("GET", campaign + "/contacts", "").json().findValuesAsText("status"))
                .containsExactly("DO_NOT_CALL");
        assertThat(call("GET", "/do-not-call/+12025550171", "").at("source")).isEqualTo("API");
        assertThat(call("DELETE", "/do-not-call/%2B12025550171?reason=by%20letter", "")
                        .status())
                .isEqualTo(204);
        assertThat(call("GET", "/do-not-call/+12025550171", "").problem()).isEqualTo("404 not-found");
    }

    @Test
    void a_list_is_uploaded_and_its_report_is_downloaded() throws Exception {
        String campaign = call("POST", "/campaigns", "{\"name\":\"Spring\"}").at("id");
        Got upload = call("POST", "/imports", "{\"fileName\":\"people.csv\",\"campaignId\":\"" + campaign + "\"}");
        String path = "/imports/" + upload.at("importId");

        HttpResponse<String> put = http.send(
                HttpRequest.newBuilder(URI.create(upload.at("uploadUrl")))
                        .PUT(BodyPublishers.ofString("phone,first_name\n+12025550181,Ann\n12,Bob\n"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(put.statusCode()).isEqualTo(200);
        Eventually.is(() -> quietly(path).at("status"), "COMPLETED");

        Got report = call("GET", path + "/report", "");
        assertThat(report.status()).isEqualTo(302);
        assertThat(http.send(
                                HttpRequest.newBuilder(URI.create(report.response()
                                                .headers()
                                                .firstValue("location")
                                                .orElseThrow()))
                                        .build(),
                                BodyHandlers.ofString())
                        .body())
                .contains("3,phone,TOO_SHORT,");
        assertThat(call("GET", "/imports", "").json().findValuesAsText("fileName"))
                .contains("people.csv");
    }

    @Test
    void a_do_not_call_list_is_uploaded_and_what_was_listed_before_is_told() throws Exception {
        call("POST", "/do-not-call", "{\"phone\":\"+12025550161\",\"reason\":\"asked by letter\"}");
        Got upload = call("POST", "/imports", "{\"fileName\":\"stop.txt\",\"list\":\"DO_NOT_CALL\"}");
        String path = "/imports/" + upload.at("importId");

        http.send(
                HttpRequest.newBuilder(URI.create(upload.at("uploadUrl")))
                        .PUT(BodyPublishers.ofString("2025550161\n2025550162\n"))
                        .build(),
                BodyHandlers.discarding());
        Eventually.is(() -> quietly(path).at("status"), "COMPLETED");

        JsonNode counts = call("GET", path, "").json().path("counts");
        assertThat(counts.path("imported").asInt()).isEqualTo(1);
        assertThat(counts.path("doNotCall").asInt()).isEqualTo(1);
        assertThat(call("GET", "/do-not-call/+12025550161", "").at("reason")).isEqualTo("asked by letter");
        assertThat(call("GET", "/do-not-call/+12025550162", "").at("reason")).isEqualTo("in the list stop.txt");
    }

    @Test
    void a_list_is_exported_and_downloaded_by_its_link() throws Exception {
        call("POST", "/do-not-call", "{\"phone\":\"+12025550191\",\"reason\":\"=asked\"}");

        String path = "/exports/"
                + call("POST", "/exports", "{\"kind\":\"DO_NOT_CALL\"}").at("id");
        Eventually.is(() -> quietly(path).at("status"), "COMPLETED");

        String file = http.send(
                        HttpRequest.newBuilder(URI.create(call("GET", path, "").at("url")))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        assertThat(file)
                .startsWith("phone,channels,source,reason,added_at\r\n")
                .contains("+12025550191,PHONE,API,'=asked,");
    }

    @Test
    void the_same_contacts_sent_twice_with_one_key_are_added_once() throws Exception {
        String campaign = "/campaigns/"
                + call("POST", "/campaigns", "{\"name\":\"Spring\"}").at("id");
        String people = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"phone\":\"+1202%07d\"}".formatted(3_000_000 + i))
                .collect(Collectors.joining(",", "{\"contacts\":[", "]}"));

        Got first = send(authorized(campaign + "/contacts")
                .header("Idempotency-Key", "batch-1")
                .POST(BodyPublishers.ofString(people)));
        Got second = send(authorized(campaign + "/contacts")
                .header("Idempotency-Key", "batch-1")
                .POST(BodyPublishers.ofString(people)));

        assertThat(first.json().at("/counts/imported").asInt()).isEqualTo(1000);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(pages(campaign + "/contacts")).isEqualTo(1000);
    }

    /// How many items all pages of a list have.
    private int pages(String list) throws Exception {
        int items = 0;
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            String after = cursor.filter(text -> !text.isEmpty())
                    .map(text -> "&cursor=" + text)
                    .orElse("");
            JsonNode page = call("GET", list + "?limit=100" + after, "").json();
            items += page.path("items").size();
            cursor = Optional.of(page.path("cursor").asText()).filter(text -> !text.isEmpty());
        }
        return items;
    }

    @Test
    void a_campaign_gets_an_address_for_lists_by_mail() throws Exception {
        String campaign = "/campaigns/"
                + call("POST", "/campaigns", "{\"name\":\"Spring\"}").at("id");

        Got mail = call("PUT", campaign + "/mail", "{\"senders\":[\"ann@example.com\"]}");

        assertThat(mail.at("address")).endsWith("@mail.outdial.localhost");
        assertThat(call("GET", campaign + "/mail", "").json()).isEqualTo(mail.json());
    }

    private Got call(String method, String path, String body) throws IOException, InterruptedException {
        return send(authorized(path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /// For waiting: what goes wrong in between is no answer yet.
    private Got quietly(String path) {
        try {
            return call("GET", path, "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Got with(String authorization, String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        return send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    private static HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    private static URI at(String path) {
        return URI.create(cloud.apiUrl() + "/v1" + path);
    }

    private Got send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        String body = response.body();
        return new Got(response, body.isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(body));
    }
}
