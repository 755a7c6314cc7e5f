package outdial.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.local.LocalStack;
import outdial.local.telephony.People;
import outdial.local.telephony.Personas;

/// From what is written in a table to a customer's server.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class WebhooksTest {
    private Deployment outdial;
    private Receiver crm;
    private Receiver shaky;

    @BeforeEach
    void deploy() throws IOException {
        outdial = Deployment.with(People.all(Personas.INTERESTED)
                .with(Lists.phone(2), Personas.OPTS_OUT)
                .with(Lists.phone(3), Personas.BUSY, Personas.LISTENS));
        crm = new Receiver(0);
        shaky = new Receiver(2);
    }

    @AfterEach
    void stop() {
        crm.close();
        shaky.close();
        outdial.close();
    }

    @Test
    void everything_that_happens_is_told_and_signed_and_a_server_that_fails_twice_is_told_a_third_time()
            throws IOException {
        JsonNode all = outdial.api.post("/webhooks", Map.of("url", crm.url()));
        JsonNode ends =
                outdial.api.post("/webhooks", Map.of("url", shaky.url(), "types", List.of("campaign.completed")));
        String campaign = outdial.campaign(2, Map.of());

        JsonNode imported = outdial.drop(campaign, Lists.of(4));
        outdial.start(campaign);
        outdial.awaitCompleted(campaign);
        Patiently.until(
                "the end was told to both",
                () -> !crm.told("campaign.completed").isEmpty()
                        && !shaky.told("campaign.completed").isEmpty());
        List<String> calls = outdial.api.all("/campaigns/" + campaign + "/calls").stream()
                .map(call -> call.path("attemptId").asText() + " "
                        + call.path("outcome").asText())
                .toList();
        Patiently.until("every call was told", () -> callsTold().containsAll(calls));

        assertThat(callsTold()).hasSize(5).containsExactlyInAnyOrderElementsOf(calls);
        assertThat(crm.told("import.completed")).isNotEmpty().allSatisfy(told -> {
            assertThat(told.data().path("importId")).isEqualTo(imported.path("id"));
            assertThat(told.data().path("counts")).isEqualTo(imported.path("counts"));
        });
        assertThat(crm.told("contact.opted_out"))
                .isNotEmpty()
                .allSatisfy(
                        told -> assertThat(told.data().path("phone").asText()).isEqualTo(Lists.phone(2)));
        assertThat(crm.told("campaign.status_changed"))
                .extracting(told -> told.data().path("from").asText() + " "
                        + told.data().path("status").asText())
                .contains("DRAFT SCHEDULED", "SCHEDULED IN_PROGRESS");
        assertThat(crm.told())
                .allMatch(told -> told.isSignedWith(all.path("secret").asText()));

        assertThat(shaky.told()).isNotEmpty().allSatisfy(told -> {
            assertThat(told.tries()).isGreaterThanOrEqualTo(3);
            assertThat(told.data().path("campaignId").asText()).isEqualTo(campaign);
            assertThat(told.isSignedWith(ends.path("secret").asText())).isTrue();
        });
        Patiently.until(
                "it is known to be well again",
                () -> !outdial.api.get("/webhooks/" + ends.path("id").asText()).has("failingSince"));
    }

    @Test
    void a_test_arrives_and_a_rotated_secret_signs_beside_the_one_before() throws IOException {
        JsonNode hook = outdial.api.post("/webhooks", Map.of("url", crm.url()));
        String path = "/webhooks/" + hook.path("id").asText();
        JsonNode rotated = outdial.api.post(path + "/rotate-secret");

        String event = outdial.api.post(path + "/test").path("eventId").asText();

        Patiently.until("the test arrived", () -> !crm.told("webhook.test").isEmpty());
        assertThat(crm.told("webhook.test")).allSatisfy(told -> {
            assertThat(told.id()).isEqualTo(event);
            assertThat(told.isSignedWith(rotated.path("secret").asText())).isTrue();
            assertThat(told.isSignedWith(hook.path("secret").asText())).isTrue();
        });
    }

    /// Each event once, however often it was told.
    private List<String> callsTold() {
        return crm.told("call.ended").stream()
                .map(told -> told.data().path("attemptId").asText() + " "
                        + told.data().path("outcome").asText())
                .distinct()
                .toList();
    }
}
