package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outdial.event.EventType;
import outdial.webhook.Secrets;
import outdial.webhook.Webhook;
import outdial.webhook.Webhooks;

/// What `Webhooks` promises.
public abstract class WebhooksContract extends PortsContract {
    protected abstract Webhooks webhooks();

    @Test
    void a_webhook_is_found_as_it_was_added() {
        Webhook.Active crm = webhook("crm", Set.of(EventType.CALL_ENDED, EventType.CAMPAIGN_COMPLETED));

        assertThat(webhooks().add(crm)).isTrue();

        assertThat(webhooks().find(scene.workspace(), "crm")).contains(crm);
        assertThat(webhooks().find(Scene.of("elsewhere").workspace(), "crm")).isEmpty();
        assertThat(webhooks().find(scene.workspace(), "other")).isEmpty();
    }

    @Test
    void an_id_is_taken_once() {
        Webhook.Active first = webhook("crm", Set.of());
        assertThat(webhooks().add(first)).isTrue();

        assertThat(webhooks().add(webhook("crm", Set.of(EventType.CALL_ENDED)))).isFalse();

        assertThat(webhooks().find(scene.workspace(), "crm")).contains(first);
    }

    @Test
    void every_state_is_found_as_it_was_left() {
        Webhook.Active crm = webhook("crm", Set.of());
        assertThat(webhooks().add(crm)).isTrue();

        Webhook failing = crm.refused(NOON.plusMillis(5));
        assertThat(webhooks().change(crm, failing)).isTrue();
        assertThat(webhooks().find(scene.workspace(), "crm")).contains(failing);

        Webhook.Disabled disabled = crm.refused(NOON.plusMillis(5)).disable(NOON.plusSeconds(9), "HTTP 500");
        assertThat(webhooks().change(failing, disabled)).isTrue();
        assertThat(webhooks().find(scene.workspace(), "crm")).contains(disabled);

        Webhook rotated = disabled.with(disabled.details().secrets().rotate("whsec_Mg==", NOON));
        assertThat(webhooks().change(disabled, rotated)).isTrue();
        assertThat(webhooks().find(scene.workspace(), "crm")).contains(rotated);

        Webhook enabled = disabled.enable();
        assertThat(webhooks().change(rotated, enabled)).isTrue();
        assertThat(webhooks().find(scene.workspace(), "crm")).contains(enabled);
    }

    @Test
    void a_change_of_what_is_no_longer_there_is_refused() {
        Webhook.Active crm = webhook("crm", Set.of());
        assertThat(webhooks().add(crm)).isTrue();
        assertThat(webhooks().change(crm, crm.refused(NOON))).isTrue();

        assertThat(webhooks().change(crm, crm.disable(NOON, "late"))).isFalse();
        assertThat(webhooks()
                        .change(
                                webhook("never", Set.of()),
                                webhook("never", Set.of()).refused(NOON)))
                .isFalse();

        assertThat(webhooks().find(scene.workspace(), "crm")).contains(crm.refused(NOON));
        assertThat(webhooks().find(scene.workspace(), "never")).isEmpty();
    }

    @Test
    void a_removed_webhook_is_gone() {
        assertThat(webhooks().add(webhook("crm", Set.of()))).isTrue();

        assertThat(webhooks().remove(scene.workspace(), "crm")).isTrue();

        assertThat(webhooks().find(scene.workspace(), "crm")).isEmpty();
        assertThat(webhooks().remove(scene.workspace(), "crm")).isFalse();
    }

    @Test
    void a_workspace_lists_its_own_page_by_page() {
        for (String id : List.of("a", "b", "c"))
            assertThat(webhooks().add(webhook(id, Set.of()))).isTrue();

        assertThat(pages(2, page -> webhooks().list(scene.workspace(), page).map(Webhook::id)).stream()
                        .flatMap(List::stream))
                .containsExactly("a", "b", "c");
        assertThat(webhooks()
                        .list(Scene.of("elsewhere").workspace(), new outdial.page.PageRequest(2, Optional.empty()))
                        .items())
                .isEmpty();
    }

    private Webhook.Active webhook(String id, Set<EventType> types) {
        return new Webhook.Active(
                new Webhook.Details(
                        id,
                        scene.workspace(),
                        URI.create("https://crm.example.com/hook?of=clinic"),
                        types,
                        new Secrets("whsec_MQ=="),
                        Scene.CREATED),
                Optional.empty());
    }
}
