package outdial.functions.dynamo;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import outdial.event.EventType;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.webhook.Secrets;
import outdial.webhook.Webhook;
import outdial.webhook.Webhooks;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// `Webhooks`: the items `webhook#<id>` of a workspace. What changes of one is its state and its secrets; an
/// item that differs in any of these is another webhook than was seen.
public final class DynamoWebhooks implements Webhooks {
    private static final String PREFIX = "webhook#";

    /// What a webhook may lack of what changes.
    private static final List<String> OPTIONAL =
            List.of("oldSecret", "oldSecretUntil", "failingSince", "disabledAt", "disabledBecause");

    private final Tables tables;
    private final WorkspaceItems items;

    public DynamoWebhooks(Tables tables) {
        this.tables = tables;
        this.items = new WorkspaceItems(tables);
    }

    @Override
    public Optional<Webhook> find(WorkspaceId workspace, String id) {
        return items.find(workspace, PREFIX + id).map(DynamoWebhooks::read);
    }

    @Override
    public Page<Webhook> list(WorkspaceId workspace, PageRequest page) {
        return items.list(workspace, PREFIX, page, DynamoWebhooks::read);
    }

    @Override
    public boolean add(Webhook.Active webhook) {
        Map<String, AttributeValue> attributes = new HashMap<>(fixed(webhook.details()));
        attributes.putAll(changing(webhook));
        return change(webhook.details())
                .setAll(attributes)
                .when("attribute_not_exists(#state)")
                .written(tables.client());
    }

    @Override
    public boolean change(Webhook from, Webhook to) {
        Map<String, AttributeValue> before = changing(from);
        Map<String, AttributeValue> after = changing(to);
        Change change = change(from.details()).setAll(after);
        before.forEach((name, value) -> change.when("#" + name + " = ?", value));
        OPTIONAL.stream()
                .filter(name -> !before.containsKey(name))
                .forEach(name -> change.when("attribute_not_exists(#" + name + ")"));
        OPTIONAL.stream().filter(name -> !after.containsKey(name)).forEach(change::remove);
        return change.written(tables.client());
    }

    @Override
    public boolean remove(WorkspaceId workspace, String id) {
        try {
            tables.client()
                    .deleteItem(request -> request.tableName(items.table())
                            .key(Keys.workspace(workspace, PREFIX + id))
                            .conditionExpression("attribute_exists(workspaceId)"));
            return true;
        } catch (ConditionalCheckFailedException absent) {
            return false;
        }
    }

    private Change change(Webhook.Details details) {
        return Change.of(items.table(), Keys.workspace(details.workspace(), PREFIX + details.id()));
    }

    private static Map<String, AttributeValue> fixed(Webhook.Details details) {
        return Item.of("webhookId", details.id())
                .put("url", details.url().toString())
                .putSet("types", details.types().stream().map(EventType::text).collect(Collectors.toUnmodifiableSet()))
                .put("createdAt", details.createdAt())
                .map();
    }

    private static Map<String, AttributeValue> changing(Webhook webhook) {
        Secrets secrets = webhook.details().secrets();
        Item item = Item.of("state", webhook.status())
                .put("secret", secrets.current())
                .putText("oldSecret", secrets.outgoing().map(Secrets.Outgoing::secret))
                .putText("oldSecretUntil", secrets.outgoing().map(Secrets.Outgoing::until));
        switch (webhook) {
            case Webhook.Active active -> item.putText("failingSince", active.failingSince());
            case Webhook.Disabled disabled ->
                item.put("disabledAt", disabled.at()).put("disabledBecause", disabled.why());
        }
        return item.map();
    }

    private static Webhook read(Row row) {
        String state = row.text("state");
        return switch (state) {
            case "ACTIVE" -> new Webhook.Active(details(row), row.optionalTime("failingSince"));
            case "DISABLED" ->
                new Webhook.Disabled(details(row), row.time("disabledAt"), row.textOr("disabledBecause", ""));
            default ->
                throw new IllegalStateException("webhook " + row.text("webhookId") + " in unknown state " + state);
        };
    }

    private static Webhook.Details details(Row row) {
        return new Webhook.Details(
                row.text("webhookId"),
                new WorkspaceId(row.text("workspaceId")),
                URI.create(row.text("url")),
                row.set("types").stream()
                        .flatMap(type -> EventType.of(type).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                secrets(row),
                row.time("createdAt"));
    }

    private static Secrets secrets(Row row) {
        return new Secrets(
                row.text("secret"),
                row.optional("oldSecret").map(old -> new Secrets.Outgoing(old, row.time("oldSecretUntil"))));
    }
}
