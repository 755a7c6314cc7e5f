package outdial.functions.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import outdial.event.EventType;
import outdial.functions.events.EventJson;
import outdial.functions.webhook.DeliveryMessage;
import outdial.functions.webhook.Signature;
import outdial.page.PageRequest;
import outdial.webhook.Secrets;
import outdial.webhook.Webhook;
import outdial.webhook.Webhooks;
import outdial.workspace.AuditEntry.Action;

/// Addresses that are told what happened.
final class WebhookEndpoints {
    private static final int LONGEST_URL = 500;
    private static final int LONGEST_TYPE = 60;
    private static final PageRequest ALL = new PageRequest(PageRequest.MOST, Optional.empty());

    private final Ports.Hooks hooks;
    private final Auditing auditing;

    WebhookEndpoints(Ports ports) {
        this.hooks = ports.hooks();
        this.auditing = new Auditing(ports.rules().audit());
    }

    /// `secret` is there only in the answer that makes it, `failingSince` while it takes nothing, `disabledAt` and
    /// `disabledBecause` while it is told nothing.
    record WebhookJson(
            String id,
            String url,
            List<String> types,
            String status,
            Instant createdAt,
            Optional<Instant> failingSince,
            Optional<Instant> disabledAt,
            Optional<String> disabledBecause,
            Optional<String> secret) {
        static WebhookJson of(Webhook webhook, Optional<String> secret) {
            Optional<Webhook.Disabled> disabled =
                    webhook instanceof Webhook.Disabled one ? Optional.of(one) : Optional.empty();
            return new WebhookJson(
                    webhook.id(),
                    webhook.details().url().toString(),
                    webhook.details().types().stream()
                            .sorted()
                            .map(EventType::text)
                            .toList(),
                    webhook.status(),
                    webhook.details().createdAt(),
                    webhook instanceof Webhook.Active active ? active.failingSince() : Optional.empty(),
                    disabled.map(Webhook.Disabled::at),
                    disabled.map(Webhook.Disabled::why),
                    secret);
        }

        static WebhookJson of(Webhook webhook) {
            return of(webhook, Optional.empty());
        }
    }

    /// The id of the event that was sent.
    record TestJson(String eventId) {}

    Answer create(Request request) {
        Fields body = request.body("url", "types");
        Webhook.Details details = new Webhook.Details(
                Ids.of(request),
                request.workspace(),
                url(body),
                types(body),
                new Secrets(Signature.newSecret()),
                request.time());
        if (hooks.webhooks().list(request.workspace(), ALL).items().size() >= Webhooks.MOST) {
            throw Refusal.of(
                    ProblemType.ACTION_NOT_ALLOWED,
                    "A workspace has at most " + Webhooks.MOST + " webhooks; remove one that is not needed.");
        }
        auditing.note(request, Action.ADD_WEBHOOK, details.id(), details.url().getHost());
        Webhook.Active webhook = new Webhook.Active(details, Optional.empty());
        if (!hooks.webhooks().add(webhook)) {
            throw Refusal.of(
                    ProblemType.ALREADY_ISSUED,
                    "This request made a webhook before, and its secret is shown only once; rotate it to get another.");
        }
        return Answer.created(
                        "/v1/webhooks/" + webhook.id(),
                        WebhookJson.of(webhook, Optional.of(details.secrets().current())))
                .onlyOnce();
    }

    private URI url(Fields body) {
        String text = body.text("url", LONGEST_URL);
        try {
            URI url = new URI(text);
            Optional<String> refusal = hooks.targets().refusal(url);
            if (refusal.isPresent()) throw body.refused("url", refusal.get());
            return url;
        } catch (URISyntaxException _) {
            throw body.refused("url", "must be an address such as https://crm.example.com/outdial");
        }
    }

    private static Set<EventType> types(Fields body) {
        return new TreeSet<>(body.list("types", EventType.values().length, (field, value) -> {
            String text = Fields.textOf(field, value, LONGEST_TYPE);
            return EventType.of(text)
                    .orElseThrow(() -> Refusal.invalid(
                            field,
                            field + " must be one of "
                                    + String.join(
                                            ", ",
                                            List.of(EventType.values()).stream()
                                                    .map(EventType::text)
                                                    .toList())
                                    + "."));
        }));
    }

    Answer list(Request request) {
        return request.answer(
                hooks.webhooks().list(request.workspace(), request.page()).map(WebhookJson::of));
    }

    Answer read(Request request) {
        return Answer.ok(WebhookJson.of(find(request)));
    }

    Answer remove(Request request) {
        Webhook webhook = find(request);
        auditing.note(
                request,
                Action.REMOVE_WEBHOOK,
                webhook.id(),
                webhook.details().url().getHost());
        // False where somebody else removed it at the same time: it is gone, as was asked.
        var _ = hooks.webhooks().remove(request.workspace(), webhook.id());
        return Answer.nothing();
    }

    Answer test(Request request) {
        Webhook webhook = find(request);
        if (webhook instanceof Webhook.Disabled) {
            throw Refusal.of(
                    ProblemType.ACTION_NOT_ALLOWED, "The webhook is disabled; mend its server, then enable it.");
        }
        String id = "evt_" + Ids.of(request);
        hooks.outbox()
                .accept(DeliveryMessage.of(
                        webhook.id(), EventJson.test(id, request.workspace().value(), webhook.id(), request.time())));
        return Answer.accepted(new TestJson(id));
    }

    /// The secret before goes on signing for a day.
    Answer rotate(Request request) {
        Webhook webhook = find(request);
        String next = Signature.newSecret();
        auditing.note(request, Action.ROTATE_WEBHOOK_SECRET, webhook.id(), "");
        Webhook rotated = webhook.with(webhook.details().secrets().rotate(next, request.time()));
        return changed(webhook, rotated, Optional.of(next)).onlyOnce();
    }

    Answer enable(Request request) {
        return switch (find(request)) {
            case Webhook.Active active -> Answer.ok(WebhookJson.of(active));
            case Webhook.Disabled disabled -> {
                auditing.note(request, Action.ENABLE_WEBHOOK, disabled.id(), "");
                yield changed(disabled, disabled.enable(), Optional.empty());
            }
        };
    }

    private Answer changed(Webhook from, Webhook to, Optional<String> secret) {
        if (!hooks.webhooks().change(from, to)) {
            throw Refusal.of(
                    ProblemType.CHANGED_MEANWHILE,
                    "Somebody else changed this webhook at the same time; read it and try again.");
        }
        return Answer.ok(WebhookJson.of(to, secret));
    }

    private Webhook find(Request request) {
        return hooks.webhooks()
                .find(request.workspace(), request.id("webhookId"))
                .orElseThrow(() ->
                        Refusal.notFound("This workspace has no webhook with this id; GET /v1/webhooks lists them."));
    }
}
