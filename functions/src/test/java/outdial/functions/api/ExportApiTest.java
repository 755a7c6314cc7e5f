package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import outdial.export.Export;
import outdial.functions.api.ApiWorld.Sent;
import outdial.functions.sqs.ExportMessage;
import outdial.workspace.Role;

final class ExportApiTest {
    private final ApiWorld world = new ApiWorld();

    @Test
    void an_export_is_asked_for_and_has_a_link_when_it_is_done() {
        Sent asked = world.post("/v1/exports", "{\"kind\":\"DO_NOT_CALL\"}");
        String id = asked.at("id");

        assertThat(asked.status()).isEqualTo(201);
        assertThat(world.asked).containsExactly(new ExportMessage("acme", id));
        assertThat(world.get("/v1/exports/" + id).at("status")).isEqualTo("RUNNING");
        assertThat(world.get("/v1/exports/" + id).body().has("url")).isFalse();

        complete(id);

        Sent done = world.get("/v1/exports/" + id);
        assertThat(done.at("status")).isEqualTo("COMPLETED");
        assertThat(done.at("url")).isEqualTo("https://files.example.com/" + id);
        assertThat(done.at("expiresAt")).isEqualTo("2026-03-09T15:00:00Z");
        assertThat(world.get("/v1/exports").body().at("/items/0").has("url")).isFalse();
    }

    @Test
    void an_export_that_is_over_its_time_has_no_link() {
        String id = world.post("/v1/exports", "{\"kind\":\"CONTACTS\"}").at("id");
        complete(id);
        world.clock.advance(Duration.ofDays(7));

        Sent expired = world.get("/v1/exports/" + id);

        assertThat(expired.at("status")).isEqualTo("EXPIRED");
        assertThat(expired.body().has("url")).isFalse();
    }

    @Test
    void a_kind_takes_what_it_needs_and_nothing_else() {
        world.draft();
        String campaign = "\"campaignId\":\"" + ApiWorld.CAMPAIGN.id() + "\"";

        assertThat(create("{\"kind\":\"CALLS\"}")).isEqualTo("422 invalid-value campaignId");
        assertThat(create("{\"kind\":\"CALLS\",\"campaignId\":\"none\"}")).isEqualTo("404 not-found");
        assertThat(create("{\"kind\":\"CALLS\"," + campaign + ",\"status\":\"FAILED\"}"))
                .isEqualTo("422 invalid-value status");
        assertThat(create("{\"kind\":\"CONTACTS\"," + campaign + "}")).isEqualTo("422 invalid-value campaignId");
        assertThat(create("{\"kind\":\"ENROLLMENTS\"," + campaign + "}")).isEqualTo("201");
        assertThat(create("{\"kind\":\"ENROLLMENTS\"," + campaign + ",\"status\":\"FAILED\"}"))
                .isEqualTo("201");
    }

    @Test
    void who_only_reads_takes_no_list_along_and_other_workspaces_see_none() {
        assertThat(world.as(Role.VIEWER, "POST", "/v1/exports", "{\"kind\":\"CONTACTS\"}")
                        .problem())
                .isEqualTo("403 role-not-allowed");
        assertThat(world.get("/v1/exports/nothing").problem()).isEqualTo("404 not-found");
    }

    @Test
    void one_that_failed_says_why() {
        String id = world.post("/v1/exports", "{\"kind\":\"CONTACTS\"}").at("id");
        Export.Writing writing =
                (Export.Writing) world.exports.find(ApiWorld.ACME, id).orElseThrow();
        assertThat(world.exports.change(writing, writing.fail("no such bucket", ApiWorld.NOW)))
                .isTrue();

        ApiWorld.Sent sent = world.get("/v1/exports/" + id);

        assertThat(List.of(sent.at("status"), sent.at("why"), sent.at("finishedAt"), sent.at("url")))
                .containsExactly("FAILED", "no such bucket", "2026-03-02T15:00:00Z", "");
    }

    private String create(String body) {
        return world.post("/v1/exports", body).problem();
    }

    private void complete(String id) {
        Export.Writing writing =
                (Export.Writing) world.exports.find(ApiWorld.ACME, id).orElseThrow();
        assertThat(world.exports.change(writing, new Export.Completed(writing.details(), 3, ApiWorld.NOW)))
                .isTrue();
    }
}
