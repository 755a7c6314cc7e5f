package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.functions.api.ApiWorld.Sent;
import outdial.memory.MemoryWakeups.Wakeup;
import outdial.page.PageRequest;
import outdial.workspace.Role;

/// Contacts that come in a request, uploads, and the history of imports.
final class ImportApiTest {
    private static final String CAMPAIGN = "/v1/campaigns/" + ApiWorld.CAMPAIGN.id();

    private final ApiWorld world = new ApiWorld();

    @Test
    void each_row_is_told_what_became_of_it() {
        world.campaignAfter("start");
        world.post("/v1/do-not-call", "{\"phone\":\"+12025550199\",\"reason\":\"asked\"}");

        Sent sent = world.post(CAMPAIGN + "/contacts", """
                {"contacts":[
                  {"phone":"(202) 555-0134","first_name":"Ada","pet":"Byron"},
                  {"phone":"202-555-0134"},
                  {"phone":"+12025550199"},
                  {"phone":"555"},
                  {"first_name":"Grace"}]}""");

        assertThat(sent.body().findValuesAsText("result"))
                .containsExactly("IMPORTED", "DUPLICATE_IN_FILE", "DO_NOT_CALL", "INVALID", "INVALID");
        assertThat(sent.body().findValuesAsText("reason"))
                .containsExactly("DUPLICATE_IN_FILE", "DO_NOT_CALL", "TOO_SHORT", "MISSING");
        assertThat(sent.body().path("counts"))
                .hasToString("{\"imported\":1,\"updated\":0,\"duplicatesInFile\":1,\"duplicatesInCampaign\":0,"
                        + "\"duplicatesInAddressBook\":0,\"doNotCall\":1,\"invalid\":2,\"warnings\":0,\"rows\":5,"
                        + "\"totalRows\":5}");
        assertThat(world.get(CAMPAIGN + "/contacts").body().findValuesAsText("phone"))
                .containsExactly("+12025550134");
    }

    @Test
    void adding_contacts_wakes_the_dispatcher() {
        world.campaignAfter("start");
        world.wakeups.take();

        world.post(CAMPAIGN + "/contacts", "{\"contacts\":[{\"phone\":\"+12025550134\"}]}");

        assertThat(world.wakeups.take()).contains(new Wakeup(ApiWorld.CAMPAIGN, true, Duration.ZERO));
    }

    @Test
    void numbers_and_truths_are_texts_and_null_is_nothing() {
        world.draft();

        Sent sent = world.post(CAMPAIGN + "/contacts", """
                {"contacts":[{"phone":12025550134,"visits":3,"member":true,"pet":null}]}""");

        assertThat(sent.body().findValuesAsText("result")).containsExactly("IMPORTED");
        assertThat(world.memory
                        .enrollments()
                        .variables(world.memory
                                .enrollments()
                                .all(ApiWorld.CAMPAIGN.id())
                                .getFirst()
                                .id()))
                .containsEntry("visits", "3")
                .containsEntry("member", "true")
                .doesNotContainKey("pet");
    }

    @Test
    void a_thousand_contacts_are_added_at_once_and_one_more_is_refused_whole() {
        world.draft();

        Sent more = world.post(CAMPAIGN + "/contacts", people(1001));
        Sent thousand = world.post(CAMPAIGN + "/contacts", people(1000));

        assertThat(more.problem()).isEqualTo("422 invalid-value contacts");
        assertThat(thousand.body().at("/counts/imported").asInt()).isEqualTo(1000);
    }

    private static String people(int count) {
        return IntStream.range(0, count)
                .mapToObj("{\"phone\":\"+1202%07d\"}"::formatted)
                .map(person -> person.replace("+12020", "+12022"))
                .collect(Collectors.joining(",", "{\"contacts\":[", "]}"));
    }

    @Test
    void a_do_not_call_list_is_uploaded_by_those_who_may_change_it() {
        String body = "{\"fileName\":\"ftc.txt\",\"list\":\"DO_NOT_CALL\"}";

        Sent asked = world.as(Role.OPERATOR, "POST", "/v1/imports", body);

        assertThat(asked.status()).isEqualTo(201);
        Sent waiting = world.get("/v1/imports/" + asked.at("importId"));
        assertThat(waiting.at("list")).isEqualTo("DO_NOT_CALL");
        assertThat(waiting.body().has("campaignId")).isFalse();
        assertThat(world.as(Role.INGEST, "POST", "/v1/imports", body).problem()).isEqualTo("403 role-not-allowed");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{}                                                    | 422 invalid-value contacts",
                "{\"contacts\":[]}                                     | 422 invalid-value contacts",
                "{\"contacts\":{\"phone\":\"+12025550134\"}}           | 422 invalid-value contacts",
                "{\"contacts\":[\"+12025550134\"]}                     | 422 invalid-value contacts[0]",
                "{\"contacts\":[{\"phone\":[\"+12025550134\"]}]}       | 422 invalid-value contacts[0].phone",
                "{\"contacts\":[{\"\":\"x\"}]}                         | 422 invalid-value contacts[0]",
                "{\"people\":[]}                                       | 422 unknown-field people",
            })
    void contacts_that_are_no_rows_are_refused_whole(String body, String problem) {
        world.draft();

        assertThat(world.post(CAMPAIGN + "/contacts", body).problem()).isEqualTo(problem);
        assertThat(world.get("/v1/imports").body()).hasToString("{\"items\":[]}");
    }

    @Test
    void a_campaign_that_is_over_takes_nobody() {
        world.campaignAfter("cancel");

        Sent sent = world.post(CAMPAIGN + "/contacts", "{\"contacts\":[{\"phone\":\"+12025550134\"}]}");

        assertThat(sent.problem()).isEqualTo("409 action-not-allowed");
        assertThat(sent.at("detail")).contains("completed, cancelled or archived");
    }

    @Test
    void contacts_do_not_go_to_another_workspaces_campaign() {
        world.draft();
        String body = "{\"contacts\":[{\"phone\":\"+12025550134\"}]}";

        assertThat(world.inWorkspace("other", "POST", CAMPAIGN + "/contacts", body)
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(world.memory.enrollments().all(ApiWorld.CAMPAIGN.id())).isEmpty();
    }

    @Test
    void the_same_contacts_again_with_the_same_key_are_added_once() {
        world.draft();
        String body = "{\"contacts\":[{\"phone\":\"+12025550134\"}]}";

        Sent first = world.postOnce(CAMPAIGN + "/contacts", "batch-1", body);
        Sent second = world.postOnce(CAMPAIGN + "/contacts", "batch-1", body);

        assertThat(second).isEqualTo(first);
        assertThat(world.imports
                        .list(ApiWorld.ACME, new PageRequest(10, Optional.empty()))
                        .items())
                .hasSize(1);
    }

    @Test
    void an_ingest_key_adds_contacts_and_asks_for_uploads_and_no_more() {
        world.draft();

        assertThat(world.as(Role.INGEST, "POST", CAMPAIGN + "/contacts", "{\"contacts\":[{\"phone\":\"1\"}]}")
                        .status())
                .isEqualTo(200);
        assertThat(world.as(Role.INGEST, "POST", "/v1/imports", "{\"fileName\":\"a.csv\"}")
                        .status())
                .isEqualTo(201);
        assertThat(world.as(Role.INGEST, "GET", CAMPAIGN + "/contacts", "").problem())
                .isEqualTo("403 role-not-allowed");
        assertThat(world.as(Role.INGEST, "POST", CAMPAIGN + "/start", "").problem())
                .isEqualTo("403 role-not-allowed");
    }

    @Test
    void a_viewer_adds_nobody() {
        world.draft();

        assertThat(world.as(Role.VIEWER, "POST", CAMPAIGN + "/contacts", "{\"contacts\":[{\"phone\":\"1\"}]}")
                        .problem())
                .isEqualTo("403 role-not-allowed");
    }

    @Test
    void an_upload_is_asked_for_and_waits() {
        world.draft();

        Sent asked = world.post("/v1/imports", "{\"fileName\":\"people.csv\",\"campaignId\":\"5f0c9e1b7a3d42c6e8f1\"}");
        Sent read = world.get("/v1/imports/" + asked.at("importId"));

        assertThat(asked.at("uploadUrl")).isEqualTo("https://imports.example/" + asked.at("importId") + "?signed");
        assertThat(asked.at("expiresAt")).isEqualTo("2026-03-02T15:15:00Z");
        assertThat(read.at("status")).isEqualTo("AWAITING_UPLOAD");
        assertThat(read.at("campaignId")).isEqualTo("5f0c9e1b7a3d42c6e8f1");
        assertThat(read.at("fileName")).isEqualTo("people.csv");
        assertThat(read.at("who")).isEqualTo("0123456789ab");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{}                                                  | 422 invalid-value fileName",
                "{\"fileName\":\"../secret.csv\"}                    | 422 invalid-value fileName",
                "{\"fileName\":\"a.csv\",\"campaignId\":\"nobody\"}  | 404 not-found",
                "{\"fileName\":\"a.csv\",\"list\":\"PEOPLE\"}        | 422 invalid-value list",
                "{\"fileName\":\"a.csv\",\"list\":\"DO_NOT_CALL\",\"campaignId\":\"c1\"} | 422 invalid-value campaignId",
            })
    void an_upload_that_could_go_nowhere_is_refused(String body, String problem) {
        assertThat(world.post("/v1/imports", body).problem()).isEqualTo(problem);
    }

    @Test
    void a_report_is_a_redirect_to_the_file_once_the_import_is_completed() {
        world.draft();
        String done = world.post(CAMPAIGN + "/contacts", "{\"contacts\":[{\"phone\":\"1\"}]}")
                .at("importId");
        String waiting = world.post("/v1/imports", "{\"fileName\":\"a.csv\"}").at("importId");

        Sent report = world.get("/v1/imports/" + done + "/report");

        assertThat(report.status()).isEqualTo(302);
        assertThat(report.headers())
                .containsEntry("location", "https://imports.example/" + done + "/report.csv?signed");
        assertThat(world.get("/v1/imports/" + waiting + "/report").problem()).isEqualTo("409 action-not-allowed");
    }

    @Test
    void an_import_of_another_workspace_is_not_found() {
        String id = world.post("/v1/imports", "{\"fileName\":\"a.csv\"}").at("importId");

        assertThat(world.inWorkspace("other", "GET", "/v1/imports/" + id, "").problem())
                .isEqualTo("404 not-found");
        assertThat(world.inWorkspace("other", "GET", "/v1/imports", "").body()).hasToString("{\"items\":[]}");
        assertThat(world.get("/v1/imports/not-an-id").problem()).isEqualTo("404 not-found");
    }
}
