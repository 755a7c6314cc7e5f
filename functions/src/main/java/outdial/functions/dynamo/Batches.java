package outdial.functions.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// Reads of many items, as consistent as the tables are read; DynamoDB takes 100 in a request and may leave
/// some for another.
final class Batches {
    private static final int MOST_KEYS = 100;
    private static final int MOST_AT_ONCE = 10;

    private final DynamoDbClient client;
    private final boolean consistent;
    private final Parallel parallel = new Parallel(MOST_AT_ONCE);

    Batches(Tables tables) {
        this.client = tables.client();
        this.consistent = tables.consistent();
    }

    /// Those that are there, in no particular order. The keys must be distinct.
    List<Row> get(String table, List<Map<String, AttributeValue>> keys) {
        return parallel.map(Slices.of(keys, MOST_KEYS), slice -> getBatch(table, slice)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Row> getBatch(String table, List<Map<String, AttributeValue>> keys) {
        List<Row> rows = new ArrayList<>();
        Map<String, KeysAndAttributes> open = Map.of(
                table,
                KeysAndAttributes.builder()
                        .keys(keys)
                        .consistentRead(consistent)
                        .build());
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            Map<String, KeysAndAttributes> asked = open;
            var response = client.batchGetItem(request -> request.requestItems(asked));
            response.responses().getOrDefault(table, List.of()).forEach(item -> rows.add(new Row(item)));
            open = response.unprocessedKeys();
            if (!open.isEmpty()) Backoff.afterTry(attempt, "a batch of reads");
        }
        return rows;
    }
}
