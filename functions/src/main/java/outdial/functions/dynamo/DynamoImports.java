package outdial.functions.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.campaign.CampaignRef;
import outdial.imports.Chunk;
import outdial.imports.Details;
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

/// `Imports`: one item for an import under its workspace, in order of time because its id begins with the time,
/// and one for each chunk under the import.
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

    /// As long as no chunk was closed meanwhile.
    private TransactWriteItem replace(Import from, Import to) {
        Expressions expressions = new Expressions();
        String condition = from instanceof Import.Reading reading
                ? expressions.of(
                        "#state = ? AND #remaining = ?", Item.text(reading.status()), Item.number(reading.remaining()))
                : expressions.of("#state = ?", Item.text(from.status()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(ImportItems.item(to))
                        .conditionExpression(condition)
                        .expressionAttributeNames(expressions.names())
                        .expressionAttributeValues(expressions.values()))
                .build();
    }

    @Override
    public boolean begin(Import from, Import.Importing to) {
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
    public List<Integer> openChunks(ImportId id, Import.Pass pass) {
        QueryRequest query = Query.of(table, "owner", id.value())
                .only("#state IN (" + ChunkItems.places(pass) + ")", ChunkItems.openIn(pass))
                .consistently()
                .request();
        return tables.client().queryPaginator(query).items().stream()
                .map(item -> Math.toIntExact(new Row(item).number("number")))
                .toList();
    }

    @Override
    public Optional<Chunk> openChunk(ImportId id, int number, Import.Pass pass) {
        Row row = batches.get(table, List.of(ChunkItems.key(id, number))).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("import " + id + " has no chunk " + number));
        return ChunkItems.isOpen(row, pass) ? Optional.of(ChunkItems.read(row)) : Optional.empty();
    }

    @Override
    public boolean close(Import.Reading under, Chunk chunk, Tally tally) {
        return close(under, chunk, ImportItems.counts(tally));
    }

    @Override
    public boolean close(Import.Undoing under, Chunk chunk, long kept) {
        return close(under, chunk, Map.of("kept", kept));
    }

    private boolean close(Import.Reading under, Chunk chunk, Map<String, Long> counts) {
        Details details = under.details();
        Change counted = Change.of(table, ImportItems.key(details.workspace(), details.id()))
                .increase("remaining", -1)
                .when("#state = ?", Item.text(under.status()));
        counts.forEach((name, count) -> {
            if (count > 0) counted.increase(name, count);
        });
        Change closed = Change.of(table, ChunkItems.key(details.id(), chunk.number()))
                .set("state", ChunkItems.done(under.pass()))
                .when("#state IN (" + ChunkItems.places(under.pass()) + ")", ChunkItems.openIn(under.pass()));
        return transactions.written(closed.inTransaction(), counted.inTransaction());
    }

    @Override
    public boolean end(Import.Reading from, Import to) {
        List<TransactWriteItem> items = new ArrayList<>(List.of(replace(from, to)));
        if (from.pass() == Import.Pass.IMPORT) {
            to.details()
                    .campaign()
                    .ifPresent(campaign -> items.add(intake(campaign, -1).inTransaction()));
        }
        return transactions.write(items) instanceof Transactions.Result.Written;
    }
}
