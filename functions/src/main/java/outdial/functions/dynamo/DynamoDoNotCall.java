package outdial.functions.dynamo;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCall;
import outdial.donotcall.DoNotCallEntry;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// `DoNotCall`: one item per workspace and number; `channels` is a set, which adding an entry only widens.
public final class DynamoDoNotCall implements DoNotCall {
    private final Tables tables;
    private final String table;

    public DynamoDoNotCall(Tables tables) {
        this.tables = tables;
        this.table = tables.name("DoNotCall");
    }

    @Override
    public void add(DoNotCallEntry entry) {
        Change change = item(entry.workspace(), entry.phone())
                .setIfAbsent("source", Item.text(entry.source()))
                .setIfAbsent("reason", Item.text(entry.reason()))
                .setIfAbsent("addedAt", Item.text(entry.addedAt().toString()))
                .addToSet(
                        "channels", entry.channels().stream().map(Channel::name).toArray(String[]::new));
        if (!change.written(tables.client()))
            throw new IllegalStateException("an update without condition was refused");
    }

    @Override
    public boolean remove(WorkspaceId workspace, PhoneNumber phone) {
        return tables.client()
                .deleteItem(request -> request.tableName(table)
                        .key(Keys.doNotCall(workspace, phone))
                        .returnValues("ALL_OLD"))
                .hasAttributes();
    }

    @Override
    public Optional<DoNotCallEntry> find(WorkspaceId workspace, PhoneNumber phone) {
        return get(List.of(Keys.doNotCall(workspace, phone))).stream()
                .map(row -> read(workspace, row))
                .findFirst();
    }

    @Override
    public Set<PhoneNumber> among(WorkspaceId workspace, Collection<PhoneNumber> phones) {
        List<Map<String, AttributeValue>> keys = phones.stream()
                .distinct()
                .map(phone -> Keys.doNotCall(workspace, phone))
                .toList();
        Set<PhoneNumber> forbidden = new HashSet<>();
        get(keys).stream()
                .filter(row -> row.set("channels").contains(Channel.PHONE.name()))
                .forEach(row -> forbidden.add(new PhoneNumber(row.text("address"))));
        return forbidden;
    }

    @Override
    public Page<DoNotCallEntry> list(WorkspaceId workspace, PageRequest page) {
        return new Buckets(tables.client(), Keys.contactBuckets(workspace).toList(), List.of("bucket", "address"))
                .page(page, this::inBucket, row -> read(workspace, row));
    }

    private QueryRequest inBucket(String bucket) {
        return Query.of(table, "bucket", bucket).request();
    }

    private List<Row> get(List<Map<String, AttributeValue>> keys) {
        return new Batches(tables.client()).get(table, keys);
    }

    private Change item(WorkspaceId workspace, PhoneNumber phone) {
        return Change.of(table, Keys.doNotCall(workspace, phone));
    }

    private static DoNotCallEntry read(WorkspaceId workspace, Row row) {
        return new DoNotCallEntry(
                workspace,
                new PhoneNumber(row.text("address")),
                row.set("channels").stream().map(Channel::valueOf).collect(Collectors.toUnmodifiableSet()),
                row.text("source"),
                row.textOr("reason", ""),
                row.time("addedAt"));
    }
}
