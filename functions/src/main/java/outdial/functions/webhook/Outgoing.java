package outdial.functions.webhook;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outdial.event.EventType;
import outdial.functions.json.Json;
import outdial.page.PageRequest;
import outdial.webhook.Deliverer;
import outdial.webhook.Deliverer.Result;
import outdial.webhook.Delivery;
import outdial.webhook.Webhook;
import outdial.webhook.Webhooks;
import outdial.workspace.WorkspaceId;

/// What comes out of the queue of webhooks: events of the bus, of which a delivery for each webhook that wants
/// them is put into the same queue, so that each is tried again for itself; and those deliveries.
public final class Outgoing {
    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

    /// All webhooks of a workspace, which are [Webhooks#MOST] but for a race.
    private static final PageRequest ALL = new PageRequest(PageRequest.MOST, Optional.empty());

    private static final String RECEIVED = "ApproximateReceiveCount";

    private final Webhooks webhooks;
    private final Deliverer deliverer;
    private final DeliveryQueue queue;

    /// @param webhooks may be out of date by a moment: whether to deliver is looked up again
    public Outgoing(Webhooks webhooks, Deliverer deliverer, DeliveryQueue queue) {
        this.webhooks = webhooks;
        this.deliverer = deliverer;
        this.queue = queue;
    }

    /// Whether the message is done with; if not, it comes back when it is to be tried again.
    public boolean take(SQSMessage message) {
        JsonNode body = Json.read(message.getBody(), JsonNode.class);
        if (!body.has("detail-type")) return deliver(DeliveryMessage.read(body), message);
        EventType.of(body.path("detail-type").asText())
                .ifPresent(type -> queue.send(deliveries(type, body.path("detail"))));
        return true;
    }

    private List<DeliveryMessage> deliveries(EventType type, JsonNode event) {
        WorkspaceId workspace = new WorkspaceId(event.path("workspaceId").asText());
        return webhooks.list(workspace, ALL).items().stream()
                .filter(webhook -> webhook instanceof Webhook.Active active && active.wants(type))
                .map(webhook -> new DeliveryMessage(webhook.id(), event))
                .toList();
    }

    private boolean deliver(DeliveryMessage message, SQSMessage received) {
        int tries = Integer.parseInt(received.getAttributes().getOrDefault(RECEIVED, "1"));
        Delivery delivery = message.delivery();
        return switch (deliverer.deliver(delivery, tries)) {
            case Result.Delivered _ -> true;
            case Result.GivenUp(String why) -> {
                LOG.warn("event {} given up for webhook {}: {}", delivery.eventId(), delivery.webhookId(), why);
                yield true;
            }
            case Result.Again(var pause, String why) -> {
                LOG.info(
                        "event {} refused by webhook {} at try {}: {}",
                        delivery.eventId(),
                        delivery.webhookId(),
                        tries,
                        why);
                queue.hide(received.getReceiptHandle(), pause);
                yield false;
            }
        };
    }
}
