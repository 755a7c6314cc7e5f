package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.functions.api.ApiWorld.Sent;
import outdial.memory.MemoryWakeups.Wakeup;
import outdial.rules.Switches;

final class CampaignSettingsApiTest {
    private static final String CAMPAIGN = "/v1/campaigns/" + ApiWorld.CAMPAIGN.id();

    private final ApiWorld world = new ApiWorld();

    @Test
    void every_setting_is_answered_as_it_was_given() {
        String settings = "\"retries\":{\"maxRetries\":3,\"retryDelaySeconds\":60,\"busy\":{\"maxRetries\":1,"
                + "\"retryDelaySeconds\":10},\"anotherHour\":true},"
                + "\"window\":{\"timeZone\":\"CONTACT_LOCAL\",\"hours\":[{\"days\":[\"MON\"],\"start\":\"09:00\","
                + "\"end\":\"12:00\"},{\"days\":[\"MON\",\"TUE\"],\"start\":\"12:00\",\"end\":\"17:00\"}],"
                + "\"holidays\":[\"2026-05-25\",\"2026-12-25\"]},"
                + "\"executionMode\":\"ON_ADD\",\"purpose\":\"RESEARCH\","
                + "\"eligibility\":{\"match\":\"ANY\",\"conditions\":[{\"field\":\"custom.plan\",\"operator\":\"IS\","
                + "\"values\":[\"gold\"]},{\"field\":\"score\",\"operator\":\"IS_KNOWN\",\"values\":[]}]}";

        Sent sent = world.post("/v1/campaigns", "{\"name\":\"All\"," + settings + "}");

        assertThat(sent.body().toString()).contains(settings);
        assertThat(world.get("/v1/campaigns/" + sent.at("id")).body()).isEqualTo(sent.body());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"hours\":[]}                                        | 422 invalid-value window.hours",
                "{\"hours\":[{\"days\":[\"MON\"],\"start\":\"09:00\"}]} | 422 invalid-value window.hours[0].end",
                "{\"hours\":[{\"days\":[\"MON\"],\"start\":\"09:00\",\"end\":\"12:00\"}],\"start\":\"09:00\"} | 422 invalid-value window.start",
                "{\"hours\":[{\"days\":[\"MON\"],\"start\":\"09:00\",\"end\":\"12:00\",\"zone\":\"UTC\"}]} | 422 unknown-field window.hours[0].zone",
                "{\"days\":[\"MON\"],\"start\":\"09:00\",\"end\":\"12:00\",\"holidays\":[\"25.12.2026\"]} | 422 invalid-value window.holidays[0]",
                "{\"days\":[\"MON\"],\"start\":\"09:00\",\"end\":\"12:00\",\"holidays\":[\"2026-12-25\",\"2026-12-25\"]} | 422 invalid-value window.holidays[1]",
                "{\"days\":[\"MON\"],\"start\":\"09:00\",\"end\":\"12:00\",\"holidays\":[\"2026-12-25\"]} | 201",
            })
    void a_window_is_refused_by_the_name_of_what_is_wrong_in_it(String window, String problem) {
        String zoned = "{\"timeZone\":\"America/New_York\"," + window.substring(1);

        assertThat(world.post("/v1/campaigns", "{\"name\":\"A\",\"window\":" + zoned + "}")
                        .problem())
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "MON 09:00 12:00, MON 11:59 13:00, hours[1] overlaps hours[0] on MONDAY",
        "MON 09:00 12:00, MON 12:00 13:00, ''",
        "MON 09:00 12:00, TUE 09:00 12:00, ''",
        "MON 09:00 12:00, MON 09:00 12:00, hours[1] overlaps hours[0] on MONDAY",
        "SUN 22:00 02:00, MON 01:00 05:00, hours[1] overlaps hours[0] on MONDAY",
        "MON 01:00 05:00, SUN 22:00 02:00, hours[1] overlaps hours[0] on SUNDAY",
        "SUN 22:00 02:00, MON 02:00 05:00, ''",
        "MON 00:00 00:00, TUE 00:00 00:00, ''",
        "MON 09:00 09:00, TUE 08:00 08:30, hours[1] overlaps hours[0] on TUESDAY",
    })
    void hours_may_touch_but_not_overlap(String one, String other, String why) {
        String span = "{\"days\":[\"%s\"],\"start\":\"%s\",\"end\":\"%s\"}";
        String hours = span.formatted((Object[]) one.split(" ")) + "," + span.formatted((Object[]) other.split(" "));

        Sent sent = world.post(
                "/v1/campaigns",
                "{\"name\":\"A\",\"window\":{\"timeZone\":\"Europe/Berlin\",\"hours\":[" + hours + "]}}");

        assertThat(sent.problem()).isEqualTo(why.isEmpty() ? "201" : "422 invalid-value window.hours[1]");
        assertThat(sent.at("detail").replace("window.", "")).isEqualTo(why.isEmpty() ? "" : why + ".");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"retries\":{\"busy\":{\"maxRetries\":3}}          | 422 invalid-value retries",
                "\"retries\":{\"busy\":{\"delay\":3}}               | 422 unknown-field retries.busy.delay",
                "\"retries\":{\"anotherHour\":1}                    | 422 invalid-value retries.anotherHour",
                "\"executionMode\":\"AUTO\"                         | 422 invalid-value executionMode",
                "\"purpose\":\"FUN\"                                | 422 invalid-value purpose",
                "\"eligibility\":{\"conditions\":[{\"field\":\"age\",\"operator\":\"IS_KNOWN\"}]} | 422 invalid-value eligibility.conditions[0]",
                "\"eligibility\":{\"conditions\":[{\"field\":\"score\",\"operator\":\"AT_LEAST\",\"values\":[\"high\"]}]} | 422 invalid-value eligibility.conditions[0]",
                "\"eligibility\":{\"conditions\":[{\"field\":\"score\",\"operator\":\"OVER\"}]} | 422 invalid-value eligibility.conditions[0].operator",
            })
    void a_setting_that_is_not_valid_is_refused_by_its_name(String setting, String problem) {
        assertThat(world.post("/v1/campaigns", "{\"name\":\"A\"," + setting + "}")
                        .problem())
                .isEqualTo(problem);
    }

    @Test
    void the_rule_of_one_cause_is_changed_and_taken_back_alone() {
        world.draft();
        world.edit("{\"retries\":{\"busy\":{\"retryDelaySeconds\":300},\"noAnswer\":{\"maxRetries\":1}}}");

        Sent sent = world.send("PATCH", CAMPAIGN, "{\"retries\":{\"noAnswer\":null}}");

        assertThat(sent.body().path("retries"))
                .hasToString("{\"maxRetries\":2,\"retryDelaySeconds\":3600,"
                        + "\"busy\":{\"maxRetries\":2,\"retryDelaySeconds\":300},\"anotherHour\":false}");
    }

    @Test
    void eligibility_is_taken_back_with_null() {
        world.draft();
        world.edit("{\"eligibility\":{\"conditions\":[{\"field\":\"score\",\"operator\":\"IS_KNOWN\"}]}}");

        Sent sent = world.send("PATCH", CAMPAIGN, "{\"eligibility\":null}");

        assertThat(sent.body().has("eligibility")).isFalse();
    }

    @Test
    void a_window_in_which_the_law_allows_no_call_is_refused_with_the_reason() {
        Sent sent = world.post("/v1/campaigns", """
                {"name":"A","window":{"timeZone":"CONTACT_LOCAL","days":["MON"],"start":"22:00","end":"23:00"}}""");

        assertThat(sent.problem()).isEqualTo("422 invalid-value window");
        assertThat(sent.at("detail"))
                .isEqualTo(
                        "window never opens: within 400 days the calling rules of US for TELEMARKETING allow no call in "
                                + "these hours, in none of its time zones; GET /v1/rules lists them.");
    }

    @Test
    void where_the_rules_are_off_a_window_is_not_held_against_them_but_needed_to_start() {
        world.memory
                .policies()
                .change(
                        ApiWorld.ACME,
                        Switches.UNTOUCHED,
                        Switches.UNTOUCHED.withAllOff(new Switches.Waiver("advice of counsel", "key", ApiWorld.NOW)));
        world.draft();
        world.edit("{\"window\":null}");

        Sent refused = world.post(CAMPAIGN + "/start", "");
        world.edit(
                "{\"window\":{\"timeZone\":\"CONTACT_LOCAL\",\"days\":[\"MON\"],\"start\":\"22:00\",\"end\":\"23:00\"}}");

        assertThat(refused.problem()).isEqualTo("422 campaign-incomplete window");
        assertThat(world.post(CAMPAIGN + "/start", "").status()).isEqualTo(200);
    }

    @Test
    void a_campaign_starts_without_a_window_where_the_rules_say_when_to_call() {
        world.draft();
        world.edit("{\"window\":null}");

        assertThat(world.post(CAMPAIGN + "/start", "").status()).isEqualTo(200);
    }

    @Test
    void starting_all_outreaches_releases_whoever_waits_and_wakes_the_dispatcher() {
        world.draft();
        world.edit("{\"executionMode\":\"MANUAL\"}");
        world.act("start");
        world.wakeups.take();
        world.clock.set(Instant.parse("2026-03-02T16:00:00Z"));

        Sent sent = world.post(CAMPAIGN + "/start-outreaches", "");

        assertThat(sent.at("releasedAt")).isEqualTo("2026-03-02T16:00:00Z");
        assertThat(world.campaign().details().releasedAt()).contains(Instant.parse("2026-03-02T16:00:00Z"));
        assertThat(world.wakeups.take()).containsExactly(new Wakeup(ApiWorld.CAMPAIGN, true, Duration.ZERO));
    }

    @Test
    void only_the_outreaches_of_a_manual_campaign_are_started_by_hand() {
        world.campaignAfter("start");

        Sent sent = world.post(CAMPAIGN + "/start-outreaches", "");

        assertThat(sent.problem()).isEqualTo("409 action-not-allowed");
        assertThat(sent.at("detail"))
                .isEqualTo(
                        "Only the outreaches of a MANUAL campaign are started by hand; this one is SCHEDULED and calls by "
                                + "itself.");
    }

    @Test
    void the_outreaches_of_a_campaign_that_is_not_active_are_not_started() {
        world.draft();
        world.edit("{\"executionMode\":\"MANUAL\"}");

        Sent sent = world.post(CAMPAIGN + "/start-outreaches", "");

        assertThat(sent.problem()).isEqualTo("409 action-not-allowed");
        assertThat(sent.at("detail"))
                .startsWith("A campaign that is DRAFT cannot be told to start its outreaches; it can be");
    }

    @Test
    void a_number_may_have_a_limit_of_calls_a_day() {
        Sent sent = world.send("PUT", "/v1/caller-numbers/+12025550143", "{\"dailyLimit\":200}");

        assertThat(sent.at("dailyLimit")).isEqualTo("200");
        assertThat(world.send("PUT", "/v1/caller-numbers/+12025550143", "{\"dailyLimit\":0}")
                        .problem())
                .isEqualTo("422 invalid-value dailyLimit");
        assertThat(world.send("PUT", "/v1/caller-numbers/+12025550143", "{}")
                        .body()
                        .has("dailyLimit"))
                .isFalse();
    }

    @Test
    void a_number_of_an_unknown_carrier_is_refused_naming_those_that_there_are() {
        Sent sent = world.send("PUT", "/v1/caller-numbers/+12025550143", "{\"carrier\":\"pigeon\"}");

        assertThat(sent.problem()).isEqualTo("422 invalid-value carrier");
        assertThat(sent.at("detail")).contains("amazon-connect, chime-sdk");
    }
}
