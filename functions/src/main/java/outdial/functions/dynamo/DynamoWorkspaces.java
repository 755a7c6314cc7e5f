package outdial.functions.dynamo;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import outdial.enrollment.Scope;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;
import outdial.workspace.ApiKey;
import outdial.workspace.CallerNumber;
import outdial.workspace.Role;
import outdial.workspace.Workspace;
import outdial.workspace.WorkspaceId;
import outdial.workspace.Workspaces;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// `Workspaces`: the items `workspace`, `key#<id>` and `number#<E.164>` of each.
public final class DynamoWorkspaces implements Workspaces {
    private final Tables tables;
    private final WorkspaceItems items;
    private final Transactions transactions;

    public DynamoWorkspaces(Tables tables) {
        this.tables = tables;
        this.items = new WorkspaceItems(tables);
        this.transactions = new Transactions(tables.client());
    }

    @Override
    public Optional<Workspace> find(WorkspaceId id) {
        return items.find(id, "workspace")
                .map(row -> new Workspace(
                        id, row.text("name"), row.text("country"), ZoneId.of(row.text("zone")), row.time("createdAt")));
    }

    @Override
    public boolean add(Workspace workspace) {
        return transactions.written(TransactWriteItem.builder()
                .put(put -> put.tableName(items.table())
                        .item(item(workspace))
                        .conditionExpression("attribute_not_exists(workspaceId)"))
                .build());
    }

    private static Map<String, AttributeValue> item(Workspace workspace) {
        return WorkspaceItems.item(workspace.id(), "workspace")
                .put("name", workspace.name())
                .put("country", workspace.country())
                .put("zone", workspace.zone().getId())
                .put("createdAt", workspace.createdAt())
                .map();
    }

    @Override
    public Optional<CallerNumber> callerNumber(WorkspaceId workspace, PhoneNumber phone) {
        return items.find(workspace, "number#" + phone.e164()).map(DynamoWorkspaces::callerNumber);
    }

    @Override
    public void put(WorkspaceId workspace, CallerNumber number) {
        new DynamoSlots(tables).limit(Scope.callerNumber(workspace, number.phone()), number.concurrency());
        items.put(WorkspaceItems.item(workspace, "number#" + number.phone().e164())
                .put("phone", number.phone().e164())
                .put("label", number.label())
                .put("carrier", number.carrier())
                .put("concurrency", number.concurrency())
                .putNumber("dailyLimit", number.dailyLimit()));
    }

    @Override
    public Page<CallerNumber> callerNumbers(WorkspaceId workspace, PageRequest page) {
        return items.list(workspace, "number#", page, DynamoWorkspaces::callerNumber);
    }

    private static CallerNumber callerNumber(Row row) {
        return new CallerNumber(
                new PhoneNumber(row.text("phone")),
                row.textOr("label", ""),
                row.text("carrier"),
                Math.toIntExact(row.number("concurrency")),
                row.integer("dailyLimit"));
    }

    @Override
    public Optional<ApiKey> key(WorkspaceId workspace, String keyId) {
        return items.find(workspace, "key#" + keyId).map(DynamoWorkspaces::key);
    }

    @Override
    public Page<ApiKey> keys(WorkspaceId workspace, PageRequest page) {
        return items.list(workspace, "key#", page, DynamoWorkspaces::key);
    }

    @Override
    public void put(ApiKey key) {
        items.put(WorkspaceItems.item(key.workspace(), "key#" + key.keyId())
                .put("keyId", key.keyId())
                .put("role", key.role().name())
                .put("label", key.label())
                .put("secretSha256", key.secretSha256())
                .put("createdAt", key.createdAt())
                .putText("revokedAt", key.revokedAt()));
    }

    private static ApiKey key(Row row) {
        return new ApiKey(
                new WorkspaceId(row.text("workspaceId")),
                row.text("keyId"),
                Role.valueOf(row.text("role")),
                row.textOr("label", ""),
                row.text("secretSha256"),
                row.time("createdAt"),
                row.optionalTime("revokedAt"));
    }
}
