package outdial.functions.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outdial.campaign.CampaignId;
import outdial.enrollment.Status;
import outdial.export.Export;
import outdial.export.Exports;
import outdial.export.Selection;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// `Exports` in the table `Workspaces`: the items `export#<id>` of each, in order of time because their ids are.
public final class DynamoExports implements Exports {
    private static final String PREFIX = "export#";
    private static final String WRITING = "WRITING";
    private static final String CLOSING = "CLOSING";
    private static final String COMPLETED = "COMPLETED";
    private static final String FAILED = "FAILED";

    /// What an export may lack of what changes.
    private static final Set<String> OPTIONAL =
            Set.of("upload", "cursor", "parts", "version", "leaseEnd", "finishedAt", "why");

    private final Tables tables;
    private final WorkspaceItems items;

    public DynamoExports(Tables tables) {
        this.tables = tables;
        this.items = new WorkspaceItems(tables);
    }

    @Override
    public Optional<Export> find(WorkspaceId workspace, String id) {
        return items.find(workspace, PREFIX + id).map(DynamoExports::read);
    }

    @Override
    public Page<Export> list(WorkspaceId workspace, PageRequest page) {
        return new Buckets(tables.client(), List.of(workspace.value()), List.of("workspaceId", "item"))
                .page(
                        page,
                        id -> Query.of(items.table(), "workspaceId", id)
                                .where("begins_with(#item, ?)", Item.text(PREFIX))
                                .latestFirst()
                                .consistently()
                                .request(),
                        DynamoExports::read);
    }

    @Override
    public boolean add(Export.Writing added) {
        return change(added.details())
                .setAll(fixed(added.details()))
                .setAll(changing(added))
                .when("attribute_not_exists(#state)")
                .written(tables.client());
    }

    @Override
    public boolean change(Export.Unfinished from, Export to) {
        Map<String, AttributeValue> after = changing(to);
        Change change = change(from.details()).setAll(after).when("#version = ?", Item.number(from.version()));
        OPTIONAL.stream().filter(name -> !after.containsKey(name)).forEach(change::remove);
        return change.written(tables.client());
    }

    private Change change(Export.Details details) {
        return Change.of(items.table(), Keys.workspace(details.workspace(), PREFIX + details.id()));
    }

    private static Map<String, AttributeValue> fixed(Export.Details details) {
        Item item = Item.of("exportId", details.id())
                .put("kind", details.selection().kind().name())
                .put("who", details.who())
                .put("createdAt", details.createdAt());
        switch (details.selection()) {
            case Selection.Contacts _, Selection.DoNotCall _ -> {}
            case Selection.Calls(CampaignId campaign) -> item.put("campaignId", campaign.value());
            case Selection.Enrollments(CampaignId campaign, Optional<Status> status) ->
                item.put("campaignId", campaign.value()).putText("status", status);
        }
        return item.map();
    }

    private static Map<String, AttributeValue> changing(Export export) {
        Item item = new Item().put("rows", export.rows());
        switch (export) {
            case Export.Writing writing ->
                item.put("state", WRITING)
                        .putText("upload", writing.upload())
                        .putText("cursor", writing.cursor())
                        .put("parts", writing.parts())
                        .put("version", writing.version())
                        .putText("leaseEnd", writing.leaseEnd());
            case Export.Closing closing ->
                item.put("state", CLOSING)
                        .put("upload", closing.upload())
                        .put("parts", closing.parts())
                        .put("version", closing.version())
                        .putText("leaseEnd", closing.leaseEnd());
            case Export.Failed failed ->
                item.put("state", FAILED).put("finishedAt", failed.finishedAt()).put("why", failed.why());
            case Export.Completed completed -> item.put("state", COMPLETED).put("finishedAt", completed.finishedAt());
        }
        return item.map();
    }

    private static Export read(Row row) {
        String state = row.text("state");
        return switch (state) {
            case WRITING ->
                new Export.Writing(
                        details(row),
                        row.optional("upload"),
                        row.optional("cursor"),
                        Math.toIntExact(row.number("parts")),
                        row.number("rows"),
                        row.number("version"),
                        row.optionalTime("leaseEnd"));
            case CLOSING ->
                new Export.Closing(
                        details(row),
                        row.text("upload"),
                        Math.toIntExact(row.number("parts")),
                        row.number("rows"),
                        row.number("version"),
                        row.optionalTime("leaseEnd"));
            case FAILED -> new Export.Failed(details(row), row.number("rows"), row.text("why"), row.time("finishedAt"));
            case COMPLETED -> new Export.Completed(details(row), row.number("rows"), row.time("finishedAt"));
            default -> throw new IllegalStateException("export " + row.text("exportId") + " in unknown state " + state);
        };
    }

    private static Export.Details details(Row row) {
        return new Export.Details(
                row.text("exportId"),
                new WorkspaceId(row.text("workspaceId")),
                selection(row),
                row.textOr("who", ""),
                row.time("createdAt"));
    }

    private static Selection selection(Row row) {
        return switch (Selection.Kind.valueOf(row.text("kind"))) {
            case CONTACTS -> new Selection.Contacts();
            case DO_NOT_CALL -> new Selection.DoNotCall();
            case CALLS -> new Selection.Calls(new CampaignId(row.text("campaignId")));
            case ENROLLMENTS ->
                new Selection.Enrollments(
                        new CampaignId(row.text("campaignId")),
                        row.optional("status").map(Status::valueOf));
        };
    }
}
