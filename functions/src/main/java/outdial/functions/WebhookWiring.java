package outdial.functions;

import outdial.functions.dynamo.DynamoAuditTrail;
import outdial.functions.dynamo.DynamoWebhooks;
import outdial.functions.dynamo.Tables;
import outdial.functions.webhook.DeliveryQueue;
import outdial.functions.webhook.Outgoing;
import outdial.functions.webhook.SignedPosts;
import outdial.functions.webhook.Targets;
import outdial.webhook.Deliverer;
import outdial.webhook.Webhooks;

/// Puts together what tells others.
final class WebhookWiring {
    private final Environment environment;
    private final Clients clients;
    private final Tables tables;

    WebhookWiring(Environment environment) {
        this.environment = environment;
        this.clients = new Clients(environment);
        this.tables = new Tables(clients.dynamoDb(), environment.required("TABLE_PREFIX"));
    }

    Announcer announcer() {
        return new Announcer(clients.eventBus(environment.required("EVENT_BUS")));
    }

    Outgoing outgoing() {
        Deliverer deliverer = new Deliverer(
                webhooks(), new SignedPosts(targets()), new DynamoAuditTrail(tables), environment.clock());
        return new Outgoing(new DynamoWebhooks(tables.atAGlance()), deliverer, queue());
    }

    Webhooks webhooks() {
        return new DynamoWebhooks(tables);
    }

    DeliveryQueue queue() {
        return new DeliveryQueue(clients.sqs(), environment.required("WEBHOOKS_QUEUE"));
    }

    Targets targets() {
        return Targets.valueOf(environment.required("WEBHOOK_TARGETS"));
    }
}
