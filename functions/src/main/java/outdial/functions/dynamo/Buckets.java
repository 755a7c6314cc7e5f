package outdial.functions.dynamo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import outdial.page.Page;
import outdial.page.PageRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// Lists that are spread over buckets, page by page, one bucket after the other. The cursor holds the bucket and
/// the key of the last item taken from it, nothing else; where a filter leaves little, a page may have fewer items
/// than asked for, and still a cursor. `keyNames` are the attributes that make a key of the table or index that is
/// read.
record Buckets(DynamoDbClient client, List<String> buckets, List<String> keyNames) {
    /// Queries for one page; what a filter hides beyond them comes with the next cursor.
    private static final int MOST_QUERIES = 40;

    /// Reads a page. `query` makes the query of a bucket without start; without a limit it reads no more than is
    /// wanted.
    <T> Page<T> page(PageRequest request, Function<String, QueryRequest> query, Function<Row, T> reader) {
        Position position = request.cursor().map(this::decode).orElse(new Position(0, Map.of()));
        List<T> items = new ArrayList<>();
        for (int n = 0; n < MOST_QUERIES && position.bucket < buckets.size() && items.size() < request.limit(); n++) {
            int wanted = request.limit() - items.size();
            QueryResponse response = client.query(from(query.apply(buckets.get(position.bucket)), position, wanted));
            List<Row> rows =
                    response.items().stream().limit(wanted).map(Row::new).toList();
            rows.stream().map(reader).forEach(items::add);
            position = position.next(response, rows, this);
        }
        return new Page<>(items, position.bucket < buckets.size() ? Optional.of(position.encode()) : Optional.empty());
    }

    private static QueryRequest from(QueryRequest query, Position position, int wanted) {
        QueryRequest.Builder builder = query.toBuilder();
        if (query.limit() == null) builder.limit(wanted);
        if (!position.after.isEmpty()) builder.exclusiveStartKey(position.startKey());
        return builder.build();
    }

    /// @throws IllegalArgumentException the cursor is not one of this list's
    private Position decode(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", -1);
            int bucket = Integer.parseInt(parts[0]);
            boolean whole = parts.length == 1 || parts.length == keyNames.size() + 1;
            if (whole && bucket >= 0 && bucket < buckets.size()) return new Position(bucket, key(parts));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("cursor is not one that this list gave", malformed);
        }
        throw new IllegalArgumentException("cursor is not one that this list gave");
    }

    private Map<String, String> key(String[] parts) {
        Map<String, String> key = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) key.put(keyNames.get(i - 1), parts[i]);
        return key;
    }

    /// Where a page begins: in a bucket, after a key; an empty key is the beginning.
    private record Position(int bucket, Map<String, String> after) {
        Position next(QueryResponse response, List<Row> taken, Buckets list) {
            if (taken.size() < response.items().size()) return new Position(bucket, list.keyOf(taken.getLast()));
            if (response.lastEvaluatedKey().isEmpty()) return new Position(bucket + 1, Map.of());
            return new Position(bucket, list.keyOf(new Row(response.lastEvaluatedKey())));
        }

        Map<String, AttributeValue> startKey() {
            Item item = new Item();
            after.forEach(item::put);
            return item.map();
        }

        String encode() {
            String text =
                    bucket + after.values().stream().map(value -> "\n" + value).reduce("", String::concat);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Map<String, String> keyOf(Row row) {
        Map<String, String> key = new LinkedHashMap<>();
        keyNames.forEach(name -> key.put(name, row.text(name)));
        return key;
    }
}
