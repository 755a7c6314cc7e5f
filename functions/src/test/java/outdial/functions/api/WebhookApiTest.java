package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.functions.api.ApiWorld.Sent;
import outdial.page.PageRequest;
import outdial.webhook.Webhook;
import outdial.webhook.Webhooks;
import outdial.workspace.AuditEntry;
import outdial.workspace.Role;

final class WebhookApiTest {
    private static final String CRM = "{\"url\":\"https://crm.example.com/hook\",\"types\":[\"call.ended\"]}";

    private final ApiWorld world = new ApiWorld();

    @Test
    void the_secret_is_shown_once() {
        Sent added = admin("POST", "/v1/webhooks", CRM);
        String path = "/v1/webhooks/" + added.at("id");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.at("secret")).startsWith("whsec_");
        assertThat(added.body().path("types")).hasToString("[\"call.ended\"]");
        assertThat(admin("GET", path, "").body().has("secret")).isFalse();
        assertThat(admin("GET", "/v1/webhooks", "").body().toString())
                .contains(added.at("id"))
                .doesNotContain("secret");
    }

    @Test
    void only_administrators_see_webhooks() {
        assertThat(world.as(Role.OPERATOR, "GET", "/v1/webhooks", "").problem()).isEqualTo("403 role-not-allowed");
    }

    @Test
    void an_address_within_our_own_network_is_refused() {
        assertThat(admin("POST", "/v1/webhooks", "{\"url\":\"https://169.254.169.254/\"}")
                        .problem())
                .isEqualTo("422 invalid-value url");
        assertThat(admin("POST", "/v1/webhooks", "{\"url\":\"no address\"}").problem())
                .isEqualTo("422 invalid-value url");
        assertThat(admin("POST", "/v1/webhooks", "{\"url\":\"https://crm.example.com\",\"types\":[\"call\"]}")
                        .problem())
                .isEqualTo("422 invalid-value types[0]");
    }

    @Test
    void a_workspace_has_no_more_than_twenty() {
        for (int n = 0; n < Webhooks.MOST; n++) {
            assertThat(admin("POST", "/v1/webhooks", CRM).status()).isEqualTo(201);
        }

        assertThat(admin("POST", "/v1/webhooks", CRM).problem()).isEqualTo("409 action-not-allowed");
    }

    @Test
    void a_test_is_sent_to_the_one_webhook() {
        String id = admin("POST", "/v1/webhooks", CRM).at("id");

        Sent test = admin("POST", "/v1/webhooks/" + id + "/test", "");

        assertThat(test.status()).isEqualTo(202);
        assertThat(world.tests).singleElement().satisfies(message -> {
            assertThat(message.webhookId()).isEqualTo(id);
            assertThat(message.event().path("id").asText()).isEqualTo(test.at("eventId"));
            assertThat(message.event().path("type").asText()).isEqualTo("webhook.test");
            assertThat(message.event().path("workspaceId").asText()).isEqualTo("acme");
        });
    }

    @Test
    void a_rotated_secret_signs_beside_the_one_before() {
        Sent added = admin("POST", "/v1/webhooks", CRM);

        Sent rotated = admin("POST", "/v1/webhooks/" + added.at("id") + "/rotate-secret", "");

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(stored(added.at("id")).details().secrets().signing(ApiWorld.NOW))
                .containsExactly(rotated.at("secret"), added.at("secret"));
    }

    @Test
    void a_disabled_webhook_says_why_and_is_enabled_again() {
        String id = admin("POST", "/v1/webhooks", CRM).at("id");
        Webhook.Active active = (Webhook.Active) stored(id);
        assertThat(world.webhooks.change(active, active.disable(ApiWorld.NOW, "HTTP 500")))
                .isTrue();

        Sent read = admin("GET", "/v1/webhooks/" + id, "");
        assertThat(read.at("status")).isEqualTo("DISABLED");
        assertThat(read.at("disabledBecause")).isEqualTo("HTTP 500");
        assertThat(admin("POST", "/v1/webhooks/" + id + "/test", "").problem()).isEqualTo("409 action-not-allowed");

        assertThat(admin("POST", "/v1/webhooks/" + id + "/enable", "").at("status"))
                .isEqualTo("ACTIVE");
        assertThat(admin("POST", "/v1/webhooks/" + id + "/enable", "").at("status"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void a_removed_webhook_is_gone_and_everything_is_on_record() {
        String id = admin("POST", "/v1/webhooks", CRM).at("id");

        assertThat(admin("DELETE", "/v1/webhooks/" + id, "").status()).isEqualTo(204);

        assertThat(admin("GET", "/v1/webhooks/" + id, "").problem()).isEqualTo("404 not-found");
        assertThat(world.audit
                        .list(ApiWorld.ACME, new PageRequest(10, Optional.empty()))
                        .items())
                .extracting(entry -> List.of(entry.action(), entry.what(), entry.reason()))
                .containsExactlyInAnyOrder(
                        List.of(AuditEntry.Action.ADD_WEBHOOK, id, "crm.example.com"),
                        List.of(AuditEntry.Action.REMOVE_WEBHOOK, id, "crm.example.com"));
    }

    private Webhook stored(String id) {
        return world.webhooks.find(ApiWorld.ACME, id).orElseThrow();
    }

    private Sent admin(String method, String path, String body) {
        return world.as(Role.ADMIN, method, path, body);
    }
}
