package outdial.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outdial.contract.Scene;
import outdial.memory.MemoryAuditTrail;
import outdial.memory.MemoryWebhooks;
import outdial.memory.TestClock;
import outdial.page.PageRequest;
import outdial.webhook.Deliverer.Result;
import outdial.webhook.Endpoints.Answer;
import outdial.workspace.AuditEntry;
import outdial.workspace.WorkspaceId;

final class DelivererTest {
    private static final WorkspaceId CLINIC = new WorkspaceId("clinic");
    private static final Answer TOOK = new Answer.Took();
    private static final Answer BROKEN = new Answer.Refused("HTTP 500");
    private static final Webhook.Active CRM = new Webhook.Active(
            new Webhook.Details(
                    "crm",
                    CLINIC,
                    URI.create("https://crm.example.com/hook"),
                    Set.of(),
                    new Secrets("whsec_MQ=="),
                    Scene.CREATED),
            Optional.empty());
    private static final Delivery DELIVERY = new Delivery(CLINIC, "crm", "evt_1", "{}");

    private final MemoryWebhooks webhooks = new MemoryWebhooks();
    private final MemoryAuditTrail audit = new MemoryAuditTrail();
    private final TestClock clock = new TestClock(NOON);
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Instant> sent = new ArrayList<>();
    private final Deliverer deliverer = new Deliverer(webhooks, this::answer, audit, clock);

    private Answer answer(Webhook.Details to, Delivery delivery, Instant now) {
        sent.add(now);
        return answers.isEmpty() ? BROKEN : answers.removeFirst();
    }

    @Test
    void an_endpoint_that_answers_is_told_once() {
        assertThat(webhooks.add(CRM)).isTrue();
        answers.add(TOOK);

        assertThat(deliverer.deliver(DELIVERY, 1)).isEqualTo(new Result.Delivered());

        assertThat(sent).containsExactly(NOON);
        assertThat(now()).isEqualTo(CRM);
    }

    @Test
    void a_refused_event_is_sent_again_with_growing_pauses_and_then_given_up() {
        assertThat(webhooks.add(CRM)).isTrue();

        List<String> pauses = new ArrayList<>();
        for (int tries = 1; tries < Deliverer.MOST_TRIES; tries++) {
            if (deliverer.deliver(DELIVERY, tries) instanceof Result.Again(Duration pause, String why)) {
                pauses.add(pause + " " + why);
            }
        }

        assertThat(pauses)
                .containsExactly(
                        "PT2S HTTP 500",
                        "PT10S HTTP 500",
                        "PT1M HTTP 500",
                        "PT5M HTTP 500",
                        "PT30M HTTP 500",
                        "PT2H HTTP 500",
                        "PT5H HTTP 500",
                        "PT10H HTTP 500");
        assertThat(deliverer.deliver(DELIVERY, Deliverer.MOST_TRIES)).isEqualTo(new Result.GivenUp("HTTP 500"));
    }

    @Test
    void an_endpoint_that_took_nothing_for_all_tries_of_an_event_is_disabled_with_a_note() {
        assertThat(webhooks.add(CRM)).isTrue();
        assertThat(deliverer.deliver(DELIVERY, 1)).isInstanceOf(Result.Again.class);
        clock.advance(Duration.ofHours(17));

        Result last = deliverer.deliver(DELIVERY, Deliverer.MOST_TRIES);

        String why = "it took nothing since 2026-03-02T17:00:00Z, lastly HTTP 500";
        Instant later = NOON.plus(Duration.ofHours(17));
        assertThat(last).isEqualTo(new Result.GivenUp(why));
        assertThat(now()).isEqualTo(CRM.disable(later, why));
        assertThat(audit.list(CLINIC, new PageRequest(10, Optional.empty())).items())
                .containsExactly(
                        new AuditEntry("crm", later, "outdial", AuditEntry.Action.DISABLE_WEBHOOK, "crm", why));
    }

    @Test
    void an_endpoint_that_took_something_else_meanwhile_stays() {
        assertThat(webhooks.add(CRM)).isTrue();
        assertThat(deliverer.deliver(DELIVERY, 1)).isInstanceOf(Result.Again.class);
        clock.advance(Duration.ofHours(16));
        answers.add(TOOK);
        assertThat(deliverer.deliver(new Delivery(CLINIC, "crm", "evt_2", "{}"), 1))
                .isEqualTo(new Result.Delivered());
        clock.advance(Duration.ofHours(1));

        assertThat(deliverer.deliver(DELIVERY, Deliverer.MOST_TRIES)).isEqualTo(new Result.GivenUp("HTTP 500"));

        assertThat(now()).isEqualTo(CRM.refused(NOON.plus(Duration.ofHours(17))));
    }

    @Test
    void an_endpoint_that_answers_gone_is_disabled_at_once() {
        assertThat(webhooks.add(CRM)).isTrue();
        answers.add(new Answer.Gone());

        assertThat(deliverer.deliver(DELIVERY, 1)).isEqualTo(new Result.GivenUp("it answered 410"));

        assertThat(now()).isEqualTo(CRM.disable(NOON, "it answered 410"));
    }

    @Test
    void nothing_is_sent_to_a_webhook_that_is_disabled_or_removed() {
        assertThat(deliverer.deliver(DELIVERY, 1)).isEqualTo(new Result.GivenUp("the webhook was removed"));
        assertThat(webhooks.add(CRM)).isTrue();
        assertThat(webhooks.change(CRM, CRM.disable(NOON, "tired"))).isTrue();
        assertThat(deliverer.deliver(DELIVERY, 1)).isEqualTo(new Result.GivenUp("the webhook is disabled"));

        assertThat(sent).isEmpty();
    }

    @Test
    void for_a_day_after_a_rotation_both_secrets_sign() {
        Secrets rotated = new Secrets("whsec_MQ==").rotate("whsec_Mg==", NOON);

        assertThat(rotated.signing(NOON.plus(Duration.ofHours(23)))).containsExactly("whsec_Mg==", "whsec_MQ==");
        assertThat(rotated.signing(NOON.plus(Duration.ofHours(24)))).containsExactly("whsec_Mg==");
        assertThat(rotated).hasToString("Secrets[…]");
    }

    @Test
    void a_webhook_wants_what_it_names_and_one_that_names_nothing_wants_all() {
        Webhook.Details details = CRM.details();
        Webhook.Active picky = new Webhook.Active(
                new Webhook.Details(
                        "crm",
                        CLINIC,
                        details.url(),
                        Set.of(outdial.event.EventType.CALL_ENDED),
                        details.secrets(),
                        Scene.CREATED),
                Optional.empty());

        assertThat(picky.wants(outdial.event.EventType.CALL_ENDED)).isTrue();
        assertThat(picky.wants(outdial.event.EventType.IMPORT_FAILED)).isFalse();
        assertThat(CRM.wants(outdial.event.EventType.IMPORT_FAILED)).isTrue();
    }

    private Webhook now() {
        return webhooks.find(CLINIC, "crm").orElseThrow();
    }
}
