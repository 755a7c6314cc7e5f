package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.functions.api.ApiWorld.Sent;
import outdial.memory.MemoryWakeups.Wakeup;
import outdial.page.PageRequest;
import outdial.rules.Policy;
import outdial.rules.Region;
import outdial.workspace.AuditEntry;
import outdial.workspace.Role;
import outdial.workspace.Stop;

final class RulesApiTest {
    private static final String KEY = "0123456789ab";
    private static final PageRequest ALL = new PageRequest(10, Optional.empty());
    private static final Stop STOP = new Stop("wrong list", KEY, ApiWorld.NOW);

    private final ApiWorld world = new ApiWorld();

    @Test
    void an_operator_stops_all_calls_and_an_administrator_lifts_the_stop() {
        Sent stopped = world.as(Role.OPERATOR, "PUT", "/v1/emergency-stop", "{\"reason\":\"wrong list\"}");
        Sent refused = world.as(Role.OPERATOR, "DELETE", "/v1/emergency-stop", "");
        Optional<Stop> meanwhile = world.memory.policies().of(ApiWorld.ACME).stop();
        Sent lifted = world.as(Role.ADMIN, "DELETE", "/v1/emergency-stop", "");

        assertThat(stopped.at("stopped")).isEqualTo("true");
        assertThat(refused.problem()).isEqualTo("403 role-not-allowed");
        assertThat(meanwhile).contains(STOP);
        assertThat(lifted.body()).hasToString("{\"stopped\":false}");
        assertThat(world.memory.policies().of(ApiWorld.ACME).stop()).isEmpty();
    }

    @Test
    void lifting_the_stop_wakes_the_active_campaigns() {
        world.campaignAfter("start");
        world.post("/v1/campaigns", "{\"name\":\"Draft\"}");
        world.wakeups.take();

        world.as(Role.ADMIN, "DELETE", "/v1/emergency-stop", "");

        assertThat(world.wakeups.take()).containsExactly(new Wakeup(ApiWorld.CAMPAIGN, true, Duration.ZERO));
    }

    @Test
    void a_stop_of_the_deployment_shows_and_is_not_lifted_by_a_workspace() {
        world.memory.policies().stopAll(Optional.of(new Stop("carrier fraud", "operator", ApiWorld.NOW)));

        Sent sent = world.as(Role.ADMIN, "DELETE", "/v1/emergency-stop", "");

        assertThat(sent.body())
                .hasToString("{\"stopped\":true,\"reason\":\"carrier fraud\",\"by\":\"operator\","
                        + "\"at\":\"2026-03-02T15:00:00Z\"}");
    }

    @Test
    void a_rule_is_turned_off_with_a_reason_and_on_again() {
        Sent off = world.as(Role.ADMIN, "PUT", "/v1/rules/US-FL/off", "{\"reason\":\"consent on file\"}");
        Sent on = world.as(Role.ADMIN, "PUT", "/v1/rules/US-FL/on", "");

        assertThat(rule(off, "US-FL").at("/waiver/reason").asText()).isEqualTo("consent on file");
        assertThat(rule(off, "US-FL").path("active").asBoolean()).isFalse();
        assertThat(rule(on, "US-FL").path("active").asBoolean()).isTrue();
        assertThat(rule(on, "US-FL").has("waiver")).isFalse();
    }

    @Test
    void a_rule_that_nobody_confirmed_counts_when_it_is_turned_on() {
        assertThat(rule(world.get("/v1/rules"), "US-CA").path("active").asBoolean())
                .isFalse();

        Sent on = world.as(Role.ADMIN, "PUT", "/v1/rules/US-CA/on", "");

        assertThat(rule(on, "US-CA").path("active").asBoolean()).isTrue();
        assertThat(rule(on, "US-CA").path("changed").asText()).isEqualTo("ON");
    }

    @Test
    void all_rules_are_turned_off_and_on() {
        Sent off = world.as(Role.ADMIN, "PUT", "/v1/rules/off", "{\"reason\":\"test lines only\"}");
        Sent on = world.as(Role.ADMIN, "PUT", "/v1/rules/on", "");

        assertThat(off.at("rulesOn")).isEqualTo("false");
        assertThat(off.body().at("/allOff/reason").asText()).isEqualTo("test lines only");
        assertThat(rule(off, "US").path("active").asBoolean()).isFalse();
        assertThat(on.at("rulesOn")).isEqualTo("true");
    }

    @Test
    void a_region_is_blocked_until_the_end_of_a_date_and_opened_again() {
        Sent blocked = world.as(
                Role.ADMIN, "PUT", "/v1/rules/blocks/US-LA", "{\"until\":\"2026-03-10\",\"reason\":\"hurricane\"}");
        boolean inForce = world.memory
                .policies()
                .of(ApiWorld.ACME)
                .switches()
                .blockedUntil()
                .containsKey(new Region("US-LA"));
        Sent open = world.as(Role.ADMIN, "DELETE", "/v1/rules/blocks/US-LA", "");

        assertThat(blocked.body().path("blocks")).hasToString("[{\"region\":\"US-LA\",\"until\":\"2026-03-10\"}]");
        assertThat(inForce).isTrue();
        assertThat(open.body().path("blocks")).hasToString("[]");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "PUT, /v1/rules/US-FL/off, {}, 422 invalid-value reason",
                "PUT, /v1/rules/ATLANTIS/off, {\"reason\":\"x\"}, 404 not-found",
                "PUT, /v1/rules/ATLANTIS/on, {}, 404 not-found",
                "PUT, /v1/rules/off, {\"reason\":\" \"}, 422 invalid-value reason",
                "PUT, /v1/rules/blocks/Louisiana, `{\"until\":\"2026-03-10\",\"reason\":\"x\"}`, 422 invalid-value region",
                "PUT, /v1/rules/blocks/US-LA, `{\"until\":\"soon\",\"reason\":\"x\"}`, 422 invalid-value until",
                "PUT, /v1/rules/blocks/US-LA, `{\"until\":\"2026-03-01\",\"reason\":\"x\"}`, 422 invalid-value until",
                "PUT, /v1/emergency-stop, {}, 422 invalid-value reason",
                "GET, /v1/rules/explain, {}, 422 invalid-value phone",
                "GET, /v1/rules/explain?phone=12, {}, 422 invalid-value phone",
                "GET, /v1/rules/explain?phone=%2B12025550143&at=now, {}, 422 invalid-value at",
                "GET, /v1/rules/explain?phone=%2B12025550143&timeZone=EST5, {}, 422 invalid-value timeZone",
                "GET, /v1/rules/explain?phone=%2B12025550143&purpose=FUN, {}, 422 invalid-value purpose",
                "GET, /v1/rules/explain?phone=%2B12025550143&campaignId=none, {}, 404 not-found",
            })
    void what_makes_no_sense_is_refused_and_changes_nothing(String method, String path, String body, String problem) {
        assertThat(world.as(Role.ADMIN, method, path, body).problem()).isEqualTo(problem);
        assertThat(world.memory.policies().of(ApiWorld.ACME)).isEqualTo(Policy.USUAL);
        assertThat(world.audit.list(ApiWorld.ACME, ALL).items()).isEmpty();
    }

    @Test
    void only_administrators_change_rules_and_see_the_audit_trail() {
        for (String change : List.of("/v1/rules/off", "/v1/rules/US-FL/off")) {
            assertThat(world.as(Role.OPERATOR, "PUT", change, "{\"reason\":\"x\"}")
                            .problem())
                    .isEqualTo("403 role-not-allowed");
        }
        assertThat(world.as(Role.OPERATOR, "GET", "/v1/audit", "").problem()).isEqualTo("403 role-not-allowed");
    }

    @Test
    void each_change_is_on_record_with_who_what_and_why() {
        world.as(Role.ADMIN, "PUT", "/v1/emergency-stop", "{\"reason\":\"wrong list\"}");
        world.as(Role.ADMIN, "PUT", "/v1/rules/US-FL/off", "{\"reason\":\"consent on file\"}");
        world.as(Role.ADMIN, "PUT", "/v1/rules/blocks/US-LA", "{\"until\":\"2026-03-10\",\"reason\":\"hurricane\"}");

        assertThat(world.audit.list(ApiWorld.ACME, ALL).items())
                .extracting(AuditEntry::by, AuditEntry::action, AuditEntry::what, AuditEntry::reason)
                .containsExactlyInAnyOrder(
                        tuple(KEY, AuditEntry.Action.STOP, "", "wrong list"),
                        tuple(KEY, AuditEntry.Action.RULE_OFF, "US-FL", "consent on file"),
                        tuple(KEY, AuditEntry.Action.BLOCK_REGION, "US-LA until 2026-03-10", "hurricane"));
        assertThat(world.as(Role.ADMIN, "GET", "/v1/audit?limit=2", "").body().path("items"))
                .hasSize(2);
    }

    @Test
    void the_rules_are_explained_for_one_number_at_one_time() {
        Sent open = world.get("/v1/rules/explain?phone=%2B13055550143&at=2026-03-02T15:00:00Z");
        Sent closed = world.get("/v1/rules/explain?phone=%2B13055550143&at=2026-03-03T03:00:00Z");

        assertThat(open.at("open")).isEqualTo("true");
        assertThat(open.body().path("regions")).hasToString("[\"US-FL\"]");
        assertThat(open.body().path("rules").findValuesAsText("id")).contains("US", "US-FL");
        assertThat(open.body().path("caps")).hasToString("[{\"calls\":3,\"withinSeconds\":86400}]");
        assertThat(closed.at("open")).isEqualTo("false");
        assertThat(closed.at("nextOpeningAt")).isEqualTo("2026-03-03T13:00:00Z");
    }

    @Test
    void an_address_and_a_campaign_count_too() {
        world.draft();

        Sent sent = world.get("/v1/rules/explain?phone=%2B13055550143&state=CA&timeZone=Pacific%2FHonolulu&campaignId="
                + ApiWorld.CAMPAIGN.id());

        assertThat(sent.body().path("zones").toString()).contains("Pacific/Honolulu", "America/Los_Angeles");
        assertThat(sent.body().path("regions")).hasToString("[\"US-CA\",\"US-FL\"]");
        assertThat(sent.body().at("/window/timeZone").asText()).isEqualTo("America/New_York");
        assertThat(sent.at("open")).isEqualTo("false");
    }

    @Test
    void where_no_rule_is_known_nobody_is_called() {
        Sent sent = world.get("/v1/rules/explain?phone=%2B35799555123");

        assertThat(sent.at("open")).isEqualTo("false");
        assertThat(sent.at("unknown")).isEqualTo("NO_RULE_FOR_COUNTRY");
    }

    private static JsonNode rule(Sent sent, String id) {
        return StreamSupport.stream(sent.body().path("rules").spliterator(), false)
                .filter(rule -> rule.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
