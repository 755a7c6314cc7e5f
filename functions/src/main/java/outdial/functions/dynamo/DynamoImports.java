package outdial.functions.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.campaign.CampaignRef;
import outdial.imports.Chunk;
import outdial.imports.Import;
import outdial.imports.ImportId;
import outdial.imports.Imports;
import outdial.imports.Tally;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// `Imports`: one item for an import under its workspace, in order of time because its id begins with the time, and one
/// for each chunk under the import.
public final class DynamoImports implements Imports {
    private final Tables tables;
    private final String table;
    private final Batches batches;
    private final Transactions transactions;

    public DynamoImports(Tables tables) {
        this.tables = tables;
        this.table = tables.name("Imports");
        this.batches = new Batches(tables);
        this.transactions = new Transactions(tables.client());
    }

    @Override
    public Optional<Import> find(WorkspaceId workspace, ImportId id) {
        return batches.get(table, List.of(ImportItems.key(workspace, id))).stream()
                .map(ImportItems::read)
                .findFirst();
    }

    @Override
    public Page<Import> list(WorkspaceId workspace, PageRequest page) {
        return new Buckets(tables.client(), List.of(workspace.value()), List.of("owner", "item"))
                .page(page, this::newestFirst, ImportItems::read);
    }

    private QueryRequest newestFirst(String workspace) {
        return owned(workspace).scanIndexForward(false).build();
    }

    private QueryRequest.Builder owned(String owner) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("#owner = :owner")
                .expressionAttributeNames(Map.of("#owner", "owner"))
                .expressionAttributeValues(Map.of(":owner", Item.text(owner)))
                .consistentRead(true);
    }

    @Override
    public boolean add(Import added) {
        return put(ImportItems.item(added));
    }

    @Override
    public void add(ImportId id, Chunk chunk) {
        // False where an earlier run of the planner wrote it: the same.
        var _ = put(ChunkItems.item(id, chunk));
    }

    private boolean put(Map<String, AttributeValue> item) {
        try {
            tables.client()
                    .putItem(request -> request.tableName(table)
                            .item(item)
                            .conditionExpression("attribute_not_exists(#owner)")
                            .expressionAttributeNames(Map.of("#owner", "owner")));
            return true;
        } catch (ConditionalCheckFailedException there) {
            return false;
        }
    }

    @Override
    public boolean change(Import from, Import to) {
        return transactions.written(replace(from, to));
    }

    private TransactWriteItem replace(Import from, Import to) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(ImportItems.item(to))
                        .conditionExpression("#state = :state")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(Map.of(":state", Item.text(from.status()))))
                .build();
    }

    @Override
    public boolean begin(Import.Planning from, Import.Importing to) {
        List<TransactWriteItem> items = new ArrayList<>(List.of(replace(from, to)));
        to.details()
                .campaign()
                .ifPresent(campaign -> items.add(intake(campaign, 1)
                        .when(
                                "#state IN (?, ?, ?, ?)",
                                Item.text("DRAFT"),
                                Item.text("SCHEDULED"),
                                Item.text("IN_PROGRESS"),
                                Item.text("PAUSED"))
                        .inTransaction()));
        return transactions.write(items) instanceof Transactions.Result.Written;
    }

    /// The version rises, so that nobody completes the campaign from what was seen before.
    private Change intake(CampaignRef campaign, int by) {
        return Change.of(tables.name("Campaigns"), Keys.campaign(campaign))
                .increase("intake", by)
                .increase("version", 1);
    }

    @Override
    public List<Integer> openChunks(ImportId id) {
        QueryRequest query = owned(id.value())
                .filterExpression("#state = :open")
                .expressionAttributeNames(Map.of("#owner", "owner", "#state", "state", "#number", "number"))
                .expressionAttributeValues(Map.of(":owner", Item.text(id.value()), ":open", Item.text(ChunkItems.OPEN)))
                .projectionExpression("#number")
                .build();
        return tables.client().queryPaginator(query).items().stream()
                .map(item -> Math.toIntExact(new Row(item).number("number")))
                .toList();
    }

    @Override
    public Optional<Chunk> openChunk(ImportId id, int number) {
        Row row = batches.get(table, List.of(ChunkItems.key(id, number))).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("import " + id + " has no chunk " + number));
        return row.text("state").equals(ChunkItems.OPEN) ? Optional.of(ChunkItems.read(row)) : Optional.empty();
    }

    @Override
    public boolean close(Import.Importing under, Chunk chunk, Tally tally) {
        Change counted = Change.of(
                        table,
                        ImportItems.key(
                                under.details().workspace(), under.details().id()))
                .increase("remaining", -1)
                .when("#state = ?", Item.text("IMPORTING"));
        ImportItems.counts(tally).forEach((name, count) -> {
            if (count > 0) counted.increase(name, count);
        });
        Change closed = Change.of(table, ChunkItems.key(under.details().id(), chunk.number()))
                .setAll(ImportItems.tally(tally))
                .set("state", ChunkItems.DONE)
                .when("#state = ?", Item.text(ChunkItems.OPEN));
        return transactions.written(closed.inTransaction(), counted.inTransaction());
    }

    @Override
    public boolean end(Import.Importing from, Import to) {
        List<TransactWriteItem> items = new ArrayList<>(List.of(ended(from, to).inTransaction()));
        to.details()
                .campaign()
                .ifPresent(campaign -> items.add(intake(campaign, -1).inTransaction()));
        return transactions.write(items) instanceof Transactions.Result.Written;
    }

    private Change ended(Import.Importing from, Import to) {
        Map<String, AttributeValue> item = ImportItems.item(to);
        ImportItems.key(to.details().workspace(), to.details().id()).keySet().forEach(item::remove);
        return Change.of(
                        table,
                        ImportItems.key(
                                from.details().workspace(), from.details().id()))
                .setAll(item)
                .when("#state = ? AND #remaining = ?", Item.text("IMPORTING"), Item.number(from.remaining()));
    }
}
