package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.dialing.Slots;
import outdial.enrollment.Scope;
import outdial.functions.api.ApiWorld.Sent;
import outdial.memory.MemoryWakeups.Wakeup;

final class CampaignApiTest {
    private static final String CAMPAIGN = "/v1/campaigns/" + ApiWorld.CAMPAIGN.id();

    private final ApiWorld world = new ApiWorld();

    @Test
    void a_new_campaign_needs_only_a_name_and_is_a_draft_with_the_usual_settings() {
        Sent sent = world.post("/v1/campaigns", "{\"name\":\" Spring recall \"}");

        String id = sent.at("id");
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.headers()).containsEntry("location", "/v1/campaigns/" + id);
        assertThat(sent.body())
                .hasToString(
                        "{\"id\":\"" + id + "\",\"name\":\"Spring recall\",\"type\":\"ONE_TIME\",\"status\":\"DRAFT\","
                                + "\"callerNumbers\":[],\"concurrency\":1,\"throttleMillis\":0,"
                                + "\"retries\":{\"maxRetries\":2,\"retryDelaySeconds\":3600,\"anotherHour\":false},"
                                + "\"executionMode\":\"SCHEDULED\",\"purpose\":\"TELEMARKETING\","
                                + "\"createdAt\":\"2026-03-02T15:00:00Z\",\"version\":1}");
        assertThat(world.get("/v1/campaigns/" + id).body()).isEqualTo(sent.body());
    }

    @Test
    void a_campaign_is_answered_as_it_was_given() {
        String settings = "\"type\":\"FOLLOW_UP\",\"agentId\":\"6f1d2c3b4a5968778695\","
                + "\"callerNumbers\":[\"+12025550100\"],\"concurrency\":5,\"throttleMillis\":250,"
                + "\"retries\":{\"maxRetries\":0,\"retryDelaySeconds\":60,\"anotherHour\":false},"
                + "\"window\":{\"timeZone\":\"Europe/Berlin\",\"hours\":[{\"days\":[\"MON\",\"SUN\"],\"start\":\"22:00\",\"end\":\"02:30\"}]},"
                + "\"startAt\":\"2026-03-03T08:00:00Z\",\"endAt\":\"2026-03-31T20:00:00Z\"";

        Sent sent = world.post("/v1/campaigns", "{\"name\":\"Night\"," + settings + "}");

        assertThat(sent.body().toString()).contains("\"status\":\"DRAFT\"");
        assertThat(sent.body().toString().replace("\"status\":\"DRAFT\",", "")).contains(settings);
    }

    @Test
    void a_caller_number_may_be_written_as_people_do() {
        Sent sent = world.post("/v1/campaigns", "{\"name\":\"A\",\"callerNumbers\":[\"(202) 555-0100\"]}");

        assertThat(sent.body().at("/callerNumbers/0").asText()).isEqualTo("+12025550100");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{}                                            | 422 invalid-value name",
                "{\"name\":\"  \"}                             | 422 invalid-value name",
                "{\"name\":7}                                  | 422 invalid-value name",
                "{\"name\":\"A\",\"type\":\"DAILY\"}           | 422 invalid-value type",
                "{\"name\":\"A\",\"concurrency\":0}            | 422 invalid-value concurrency",
                "{\"name\":\"A\",\"concurrency\":\"5\"}        | 422 invalid-value concurrency",
                "{\"name\":\"A\",\"concurrency\":1.5}          | 422 invalid-value concurrency",
                "{\"name\":\"A\",\"throttleMillis\":60001}     | 422 invalid-value throttleMillis",
                "{\"name\":\"A\",\"retries\":3}                | 422 invalid-value retries",
                "{\"name\":\"A\",\"retries\":{\"maxRetries\":21}}  | 422 invalid-value retries.maxRetries",
                "{\"name\":\"A\",\"retries\":{\"delay\":21}}   | 422 unknown-field retries.delay",
                "{\"name\":\"A\",\"agentId\":\"nobody\"}       | 422 invalid-value agentId",
                "{\"name\":\"A\",\"callerNumbers\":\"+12025550100\"}     | 422 invalid-value callerNumbers",
                "{\"name\":\"A\",\"callerNumbers\":[\"+12025550199\"]}   | 422 invalid-value callerNumbers[0]",
                "{\"name\":\"A\",\"callerNumbers\":[\"555\"]}            | 422 invalid-value callerNumbers[0]",
                "{\"name\":\"A\",\"startAt\":\"tomorrow\"}     | 422 invalid-value startAt",
                "{\"name\":\"A\",\"startAt\":\"2026-03-03T08:00:00Z\",\"endAt\":\"2026-03-03T08:00:00Z\"} | 422 invalid-value endAt",
            })
    void a_setting_that_is_not_valid_is_refused_by_its_name(String body, String problem) {
        assertThat(world.post("/v1/campaigns", body).problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "America/Chicago, MON, 09:00, 17:00, 201",
        "America/Chicago, MON, 09:00, 09:00, 201",
        "America/Chicago, MON, 22:00, 02:00, 201",
        "CONTACT_LOCAL, MON, 09:00, 17:00, 201",
        "UTC+2, MON, 09:00, 17:00, 422 invalid-value window.timeZone",
        "America/Chicago, Monday, 09:00, 17:00, 422 invalid-value window.days[0]",
        "America/Chicago, MON, 9am, 17:00, 422 invalid-value window.start",
        "America/Chicago, MON, 09:00, 24:00, 422 invalid-value window.end",
        "America/Chicago, MON, 09:00, 09:04, 422 invalid-value window.end",
    })
    void a_window_has_a_zone_days_and_two_times_of_day(
            String zone, String day, String start, String end, String expected) {
        String body = """
                {"name":"A","window":{"timeZone":"%s","days":["%s"],"start":"%s","end":"%s"}}""".formatted(zone, day, start, end);

        assertThat(world.post("/v1/campaigns", body).problem()).isEqualTo(expected);
    }

    @Test
    void start_is_refused_naming_all_that_is_missing() {
        String id = world.post("/v1/campaigns", "{\"name\":\"A\"}").at("id");

        Sent sent = world.post("/v1/campaigns/" + id + "/start", "");

        assertThat(sent.problem()).isEqualTo("422 campaign-incomplete agentId");
        assertThat(sent.at("detail")).contains("agentId, callerNumbers");
    }

    @Test
    void a_draft_gets_what_it_lacks_and_starts() {
        String id = world.post("/v1/campaigns", "{\"name\":\"A\"}").at("id");

        Sent edited = world.send("PATCH", "/v1/campaigns/" + id, """
                {"agentId":"6f1d2c3b4a5968778695","callerNumbers":["+12025550100"],"concurrency":3,
                 "window":{"timeZone":"America/New_York","days":["MON"],"start":"09:00","end":"17:00"}}""");
        Sent started = world.post("/v1/campaigns/" + id + "/start", "");

        assertThat(edited.at("version")).isEqualTo("2");
        assertThat(started.at("status")).isEqualTo("SCHEDULED");
        Scope scope = Scope.campaign(new CampaignRef(ApiWorld.ACME, new outdial.campaign.CampaignId(id)).id());
        assertThat(world.memory.slots().of(List.of(scope))).containsExactly(new Slots.Use(scope, 0, 3));
    }

    @Test
    void an_edit_leaves_what_it_does_not_mention_and_takes_back_what_it_sets_to_null() {
        world.draft();

        Sent sent = world.send("PATCH", CAMPAIGN, "{\"window\":null,\"retries\":{\"maxRetries\":7}}");

        assertThat(sent.body().has("window")).isFalse();
        assertThat(sent.body().path("retries"))
                .hasToString("{\"maxRetries\":7,\"retryDelaySeconds\":3600,\"anotherHour\":false}");
        assertThat(sent.at("agentId")).isEqualTo("6f1d2c3b4a5968778695");
        assertThat(sent.at("concurrency")).isEqualTo("5");
    }

    @Test
    void starting_and_resuming_wake_the_dispatcher() {
        world.campaignAfter("start", "pause", "resume");

        assertThat(world.wakeups.take())
                .containsExactly(
                        new Wakeup(ApiWorld.CAMPAIGN, true, Duration.ZERO),
                        new Wakeup(ApiWorld.CAMPAIGN, true, Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        "start, start, '409 action-not-allowed', 'A campaign that is SCHEDULED cannot be started; it can be paused, cancelled.'",
        "start, resume, '409 action-not-allowed', 'A campaign that is SCHEDULED cannot be resumed; it can be paused, cancelled.'",
        "start, archive, '409 action-not-allowed', 'A campaign that is SCHEDULED cannot be archived; it can be paused, cancelled.'",
        "cancel, resume, '409 action-not-allowed', 'A campaign that is CANCELLED cannot be resumed; it can be archived.'",
        "archive, cancel, '409 action-not-allowed', 'A campaign that is ARCHIVED cannot be cancelled; it is final.'",
        "archive, pause, '409 action-not-allowed', 'A campaign that is ARCHIVED cannot be paused; it is final.'",
    })
    void an_action_that_the_state_does_not_allow_is_refused_with_what_is_allowed(
            String before, String action, String problem, String detail) {
        world.campaignAfter(before);
        Campaign unchanged = world.campaign();

        Sent sent = world.post(CAMPAIGN + "/" + action, "");

        assertThat(sent.problem()).isEqualTo(problem);
        assertThat(sent.at("detail")).isEqualTo(detail);
        assertThat(world.campaign()).isEqualTo(unchanged);
    }

    @Test
    void a_running_campaign_is_not_edited() {
        world.campaignAfter("start");

        assertThat(world.send("PATCH", CAMPAIGN, "{\"concurrency\":9}").problem())
                .isEqualTo("409 action-not-allowed");
    }

    @Test
    void a_campaign_of_another_workspace_is_not_found() {
        world.draft();

        assertThat(world.inWorkspace("other", "GET", CAMPAIGN, "").problem()).isEqualTo("404 not-found");
        assertThat(world.inWorkspace("other", "POST", CAMPAIGN + "/start", "").problem())
                .isEqualTo("404 not-found");
        assertThat(world.inWorkspace("other", "PATCH", CAMPAIGN, "{\"name\":\"Mine\"}")
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(world.inWorkspace("other", "GET", "/v1/campaigns", "").body())
                .hasToString("{\"items\":[]}");
        assertThat(world.campaign().settings().name()).isEqualTo("Recall");
    }

    @Test
    void progress_counts_by_status_and_says_how_many_calls_run() {
        world.campaignAfter("start");
        world.enrolled("c1", "+12025550111");
        world.enrolled("c2", "+12025550112");

        Sent sent = world.get(CAMPAIGN + "/progress");

        assertThat(sent.body())
                .hasToString(
                        "{\"campaignId\":\"5f0c9e1b7a3d42c6e8f1\",\"status\":\"SCHEDULED\","
                                + "\"counts\":{\"PENDING\":2,\"QUEUED\":0,\"IN_PROGRESS\":0,\"COMPLETED\":0,\"NO_ANSWER\":0,"
                                + "\"FAILED\":0,\"DO_NOT_CALL\":0,\"DISQUALIFIED\":0,\"SKIPPED\":0,\"DISABLED\":0},\"total\":2,\"percent\":0,\"callsRunning\":0,\"concurrency\":5}");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T13:59:59Z, HOURS, 2026-03-02T14:00:00Z",
        "2026-03-02T14:00:00Z, CONTACTS, ''",
        "2026-03-02T21:58:59Z, '', ''",
        "2026-03-02T21:59:00Z, HOURS, 2026-03-03T14:00:00Z",
        "2026-03-06T22:30:00Z, HOURS, 2026-03-09T13:00:00Z",
    })
    void progress_says_when_a_closed_window_opens(Instant now, String waitingFor, String nextOpening) {
        world.campaignAfter("start");
        world.enrolled("c1", "+12125550111");
        world.clock.set(now);

        Sent sent = world.get(CAMPAIGN + "/progress");

        assertThat(sent.at("waitingFor")).isEqualTo(waitingFor);
        assertThat(sent.at("nextOpeningAt")).isEqualTo(nextOpening);
    }

    @Test
    void progress_says_when_a_campaign_begins() {
        world.draft();
        world.send("PATCH", CAMPAIGN, "{\"startAt\":\"2026-03-07T12:00:00Z\"}");
        world.post(CAMPAIGN + "/start", "");

        Sent sent = world.get(CAMPAIGN + "/progress");

        assertThat(sent.at("waitingFor")).isEqualTo("START");
        assertThat(sent.at("nextOpeningAt")).isEqualTo("2026-03-09T13:00:00Z");
    }

    @Test
    void a_draft_waits_for_nothing() {
        world.draft();
        world.clock.set(Instant.parse("2026-03-07T12:00:00Z"));

        assertThat(world.get(CAMPAIGN + "/progress").body().has("waitingFor")).isFalse();
    }
}
