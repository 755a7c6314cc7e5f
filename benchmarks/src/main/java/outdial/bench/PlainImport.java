package outdial.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import outdial.functions.Environment;
import outdial.functions.s3.S3Lists;
import outdial.imports.ListFile;
import outdial.imports.ListRow;
import outdial.imports.Lists;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.s3.S3Client;

/// Importers as people write them on an afternoon, to compare with: each row becomes one item, as it stands there.
///
/// What they do not do: numbers in one notation, invalid and repeated rows, contacts that are there already, the
/// do-not-call list, campaigns with what is due, time zones, a report, going on after a crash.
final class PlainImport {
    private static final String TABLE = "outdial-Contacts";
    private static final int BATCH = 25;
    private static final int PUTS_AT_ONCE = 32;

    private final Lists lists;
    private final DynamoDbClient dynamoDb;

    PlainImport(Environment environment) {
        SdkHttpClient http = UrlConnectionHttpClient.create();
        Region region = Region.of(environment.required("AWS_REGION"));
        this.dynamoDb = DynamoDbClient.builder()
                .httpClient(http)
                .region(region)
                .endpointOverride(URI.create(environment.required("AWS_ENDPOINT_URL_DYNAMODB")))
                .build();
        S3Client s3 = S3Client.builder()
                .httpClient(http)
                .region(region)
                .forcePathStyle(true)
                .endpointOverride(URI.create(environment.required("AWS_ENDPOINT_URL_S3")))
                .build();
        this.lists = new S3Lists(s3, environment.required("IMPORTS_BUCKET"));
    }

    /// A conditional PutItem for each row, 32 at once.
    void onePutARow(String key) {
        Semaphore free = new Semaphore(PUTS_AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            each(key, item -> {
                free.acquireUninterruptibly();
                threads.execute(() -> {
                    put(item);
                    free.release();
                });
            });
        }
    }

    private void put(Map<String, AttributeValue> item) {
        dynamoDb.putItem(
                request -> request.tableName(TABLE).item(item).conditionExpression("attribute_not_exists(item)"));
    }

    /// BatchWriteItem, 25 rows to a request, one after the other.
    void batchAfterBatch(String key) {
        List<WriteRequest> batch = new ArrayList<>();
        each(key, item -> {
            batch.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
            if (batch.size() == BATCH) write(batch);
        });
        if (!batch.isEmpty()) write(batch);
    }

    private void write(List<WriteRequest> batch) {
        Map<String, List<WriteRequest>> items = Map.of(TABLE, List.copyOf(batch));
        dynamoDb.batchWriteItem(request -> request.requestItems(items));
        batch.clear();
    }

    private interface Row {
        void take(Map<String, AttributeValue> item);
    }

    private void each(String key, Row row) {
        ListFile file = lists.find(key, "").orElseThrow();
        if (!(lists.head(file) instanceof Lists.Head.Found(var layout, var from, var _))) {
            throw new IllegalStateException("the list of the benchmark cannot be read");
        }
        try (var rows = lists.rows(file, layout, from, file.bytes())) {
            rows.forEach(next -> {
                if (next instanceof ListRow.Cells cells) row.take(item(layout.header(), cells));
            });
        }
    }

    private static Map<String, AttributeValue> item(List<String> header, ListRow.Cells row) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("bucket", AttributeValue.fromS("bench"));
        item.put("item", AttributeValue.fromS("row#" + row.place().number()));
        for (int i = 0; i < row.cells().size(); i++) {
            item.put(header.get(i), AttributeValue.fromS(row.cells().get(i)));
        }
        return item;
    }
}
