package outdial.functions.dynamo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCall;
import outdial.donotcall.DoNotCallEntry;
import outdial.donotcall.Listing;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// `DoNotCall`: one item per workspace and number; `channels` is a set, which adding an entry only widens.
/// `row` names the row of an import that put it there, `joinedBy` the one that widened it.
public final class DynamoDoNotCall implements DoNotCall {
    /// Requests side by side: enough to hide DynamoDB's latency, few enough for the connections.
    private static final int MOST_AT_ONCE = 32;

    private static final String CHANNELS = "channels";

    private final Tables tables;
    private final String table;
    private final Parallel parallel = new Parallel(MOST_AT_ONCE);

    public DynamoDoNotCall(Tables tables) {
        this.tables = tables;
        this.table = tables.name("DoNotCall");
    }

    @Override
    public void add(DoNotCallEntry entry) {
        Change change = Change.of(table, key(entry))
                .setIfAbsent("source", Item.text(entry.source()))
                .setIfAbsent("reason", Item.text(entry.reason()))
                .setIfAbsent("addedAt", Item.text(entry.addedAt().toString()))
                .addToSet(CHANNELS, names(entry).toArray(String[]::new));
        if (!change.written(tables.client()))
            throw new IllegalStateException("an update without condition was refused");
    }

    @Override
    public List<Listed> enter(List<Listing> listings) {
        List<BatchInserts.Inserted> inserted =
                new BatchInserts(tables, parallel).insert("DoNotCall", listings, DynamoDoNotCall::item);
        Map<Listing, Listed> met = met(IntStream.range(0, listings.size())
                .filter(i -> inserted.get(i) == BatchInserts.Inserted.DUPLICATE)
                .mapToObj(listings::get)
                .toList());
        return listings.stream()
                .map(listing -> met.getOrDefault(listing, Listed.ADDED))
                .toList();
    }

    /// What there is to say of numbers that were on the list before, or by an earlier run.
    private Map<Listing, Listed> met(List<Listing> listings) {
        if (listings.isEmpty()) return Map.of();
        Map<String, Row> rows = get(
                        listings.stream().map(listing -> key(listing.entry())).toList())
                .stream()
                .collect(Collectors.toUnmodifiableMap(row -> row.text("address"), Function.identity()));
        List<Listed> answers = parallel.map(
                listings,
                listing -> Optional.ofNullable(rows.get(listing.entry().phone().e164()))
                        .map(row -> listed(listing, row))
                        .orElse(Listed.THERE_BEFORE));
        return IntStream.range(0, listings.size())
                .boxed()
                .collect(Collectors.toUnmodifiableMap(listings::get, answers::get));
    }

    private Listed listed(Listing listing, Row row) {
        boolean own = Stream.of("row", "joinedBy")
                .anyMatch(name -> row.textOr(name, "").equals(listing.row()));
        if (own) return Listed.ADDED;
        return row.set(CHANNELS).containsAll(names(listing.entry())) || !join(listing)
                ? Listed.THERE_BEFORE
                : Listed.ADDED;
    }

    /// False where the number was taken off the list in the meantime.
    private boolean join(Listing listing) {
        return Change.of(table, key(listing.entry()))
                .set("joinedBy", listing.row())
                .addToSet(CHANNELS, names(listing.entry()).toArray(String[]::new))
                .when("attribute_exists(#address)")
                .written(tables.client());
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
        return find(workspace, List.of(phone)).stream().findFirst();
    }

    @Override
    public List<DoNotCallEntry> find(WorkspaceId workspace, Collection<PhoneNumber> phones) {
        List<Map<String, AttributeValue>> keys = phones.stream()
                .distinct()
                .map(phone -> Keys.doNotCall(workspace, phone))
                .toList();
        return get(keys).stream().map(row -> read(workspace, row)).toList();
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
        return new Batches(tables).get(table, keys);
    }

    private static Map<String, AttributeValue> key(DoNotCallEntry entry) {
        return Keys.doNotCall(entry.workspace(), entry.phone());
    }

    private static List<String> names(DoNotCallEntry entry) {
        return entry.channels().stream().map(Channel::name).toList();
    }

    private static Map<String, AttributeValue> item(Listing listing) {
        DoNotCallEntry entry = listing.entry();
        Item item = new Item();
        key(entry).forEach(item::put);
        return item.putSet(CHANNELS, names(entry))
                .put("source", entry.source())
                .put("reason", entry.reason())
                .put("addedAt", entry.addedAt())
                .put("row", listing.row())
                .map();
    }

    static DoNotCallEntry read(WorkspaceId workspace, Row row) {
        return new DoNotCallEntry(
                workspace,
                new PhoneNumber(row.text("address")),
                row.set(CHANNELS).stream().map(Channel::valueOf).collect(Collectors.toUnmodifiableSet()),
                row.text("source"),
                row.textOr("reason", ""),
                row.time("addedAt"));
    }
}
