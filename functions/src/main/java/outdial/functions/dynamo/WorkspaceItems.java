package outdial.functions.dynamo;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Items of a workspace by kind: `agent#…`, `key#…`, `number#…`.
record WorkspaceItems(Tables tables) {
    String table() {
        return tables.name("Workspaces");
    }

    static Item item(WorkspaceId workspace, String name) {
        Item item = new Item();
        Keys.workspace(workspace, name).forEach(item::put);
        return item;
    }

    Optional<Row> find(WorkspaceId workspace, String item) {
        return new Batches(tables)
                .get(table(), List.of(Keys.workspace(workspace, item))).stream().findFirst();
    }

    void put(Item item) {
        tables.client().putItem(request -> request.tableName(table()).item(item.map()));
    }

    <T> Page<T> list(WorkspaceId workspace, String prefix, PageRequest page, Function<Row, T> reader) {
        return new Buckets(tables.client(), List.of(workspace.value()), List.of("workspaceId", "item"))
                .page(page, id -> startingWith(id, prefix), reader);
    }

    private QueryRequest startingWith(String workspace, String prefix) {
        Query query = Query.of(table(), "workspaceId", workspace).where("begins_with(#item, ?)", Item.text(prefix));
        return (tables.consistent() ? query.consistently() : query).request();
    }
}
