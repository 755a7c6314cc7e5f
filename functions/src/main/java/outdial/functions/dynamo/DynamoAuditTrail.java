package outdial.functions.dynamo;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.AuditEntry;
import outdial.workspace.AuditTrail;
import outdial.workspace.WorkspaceId;

/// `Workspaces`: the items `audit#<time>#<id>` of each.
public final class DynamoAuditTrail implements AuditTrail {
    private static final String PREFIX = "audit#";

    /// Always as long, so that texts sort as times do.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Tables tables;

    public DynamoAuditTrail(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void add(WorkspaceId workspace, AuditEntry entry) {
        new WorkspaceItems(tables)
                .put(WorkspaceItems.item(workspace, PREFIX + TIME.format(entry.at()) + "#" + entry.id())
                        .put("id", entry.id())
                        .put("at", entry.at())
                        .put("by", entry.by())
                        .put("action", entry.action().name())
                        .put("what", entry.what())
                        .put("reason", entry.reason()));
    }

    @Override
    public Page<AuditEntry> list(WorkspaceId workspace, PageRequest page) {
        return new Buckets(tables.client(), List.of(workspace.value()), List.of("workspaceId", "item"))
                .page(
                        page,
                        id -> Query.of(tables.name("Workspaces"), "workspaceId", id)
                                .where("begins_with(#item, ?)", Item.text(PREFIX))
                                .latestFirst()
                                .consistently()
                                .request(),
                        DynamoAuditTrail::entry);
    }

    private static AuditEntry entry(Row row) {
        return new AuditEntry(
                row.text("id"),
                row.time("at"),
                row.text("by"),
                AuditEntry.Action.valueOf(row.text("action")),
                row.textOr("what", ""),
                row.textOr("reason", ""));
    }
}
