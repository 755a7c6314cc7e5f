package outdial.functions.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import outdial.functions.json.Json;
import outdial.webhook.Delivery;
import outdial.workspace.WorkspaceId;

/// An event that one webhook is to be told.
public record DeliveryMessage(String webhookId, JsonNode event) {
    /// @param event as it was on the bus
    public static DeliveryMessage of(String webhookId, Object event) {
        return new DeliveryMessage(webhookId, Json.read(Json.write(event), JsonNode.class));
    }

    static DeliveryMessage read(JsonNode message) {
        if (!message.path("event").isObject()) throw new IllegalArgumentException("a delivery has an event");
        return new DeliveryMessage(message.path("webhookId").asText(), message.path("event"));
    }

    Delivery delivery() {
        return new Delivery(
                new WorkspaceId(event.path("workspaceId").asText()),
                webhookId,
                event.path("id").asText(),
                event.toString());
    }
}
