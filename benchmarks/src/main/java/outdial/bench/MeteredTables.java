package outdial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import outdial.bench.Tally.Asked;
import outdial.bench.Tally.Sum;
import outdial.local.aws.AwsService;
import outdial.local.aws.LocalCredentials;

/// DynamoDB that looks at each item before and after it is written, which is what its price depends on. Slow, one write
/// at a time: nothing is timed while this counts.
final class MeteredTables implements AwsService {
    /// A transaction prepares and commits.
    private static final int TRANSACTION = 2;

    private record Write(String table, JsonNode key) {}

    private final HttpClient http;
    private final URI endpoint;
    private final Tally tally;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();

    MeteredTables(HttpClient http, URI endpoint, Tally tally) {
        this.http = http;
        this.endpoint = endpoint;
        this.tally = tally;
    }

    @Override
    public void handle(HttpExchange exchange, byte[] body) throws IOException {
        String operation = Meter.operation(exchange);
        JsonNode request = Meter.json(body);
        HttpResponse<byte[]> response = switch (operation) {
            case "PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems" -> written(exchange, operation, request);
            case "GetItem", "BatchGetItem", "Query" -> read(exchange, operation, request);
            default -> {
                tally.add(Meter.asked(exchange, "NOT COUNTED"), new Sum(1, 0, 0));
                yield send(operation, request);
            }
        };
        response.headers().map().forEach((name, values) -> {
            if (name.startsWith("x-amz") || name.equals("content-type")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(response.statusCode(), response.body().length);
        exchange.getResponseBody().write(response.body());
    }

    private HttpResponse<byte[]> written(HttpExchange exchange, String operation, JsonNode request) throws IOException {
        int factor = operation.equals("TransactWriteItems") ? TRANSACTION : 1;
        List<Write> writes = writes(operation, request);
        writing.lock();
        try {
            List<Optional<JsonNode>> before = new ArrayList<>();
            for (Write write : writes) before.add(item(write));
            HttpResponse<byte[]> response = send(operation, request);
            for (int i = 0; i < writes.size(); i++) {
                Optional<JsonNode> after = item(writes.get(i));
                Schema schema = schema(writes.get(i).table());
                double units = factor * Units.write(before.get(i), after) + schema.indexUnits(before.get(i), after);
                // The request counts once, on the table that it names first.
                tally.add(asked(exchange, writes.get(i).table()), new Sum(i == 0 ? 1 : 0, units, 0));
            }
            return response;
        } finally {
            writing.unlock();
        }
    }

    private List<Write> writes(String operation, JsonNode request) throws IOException {
        if (!operation.equals("TransactWriteItems")) return List.of(write(request));
        List<Write> writes = new ArrayList<>();
        for (JsonNode one : request.path("TransactItems")) {
            // Put, Update, Delete or ConditionCheck, which is taken to cost as much as a write.
            writes.add(write(one.properties().iterator().next().getValue()));
        }
        return writes;
    }

    private Write write(JsonNode one) throws IOException {
        String table = one.path("TableName").asText();
        return new Write(table, one.has("Key") ? one.path("Key") : schema(table).keyOf(one.path("Item")));
    }

    private HttpResponse<byte[]> read(HttpExchange exchange, String operation, JsonNode request) throws IOException {
        ObjectNode priced = request.deepCopy();
        // DynamoDB Local tells the price of a query as AWS does, also of what a filter left out; only one that finds
        // nothing is free there.
        if (operation.equals("Query")) priced.put("ReturnConsumedCapacity", "TOTAL");
        HttpResponse<byte[]> response = send(operation, priced);
        JsonNode answer = Meter.json(response.body());
        String table = request.path("TableName").asText();
        switch (operation) {
            case "BatchGetItem" -> countBatch(exchange, request, answer);
            case "Query" -> {
                double told =
                        answer.path("ConsumedCapacity").path("CapacityUnits").asDouble();
                double least = Units.read(0, request.path("ConsistentRead").asBoolean());
                tally.add(asked(exchange, table), new Sum(1, 0, Math.max(told, least)));
            }
            default -> {
                boolean consistent = request.path("ConsistentRead").asBoolean();
                tally.add(
                        asked(exchange, table), new Sum(1, 0, Units.read(Units.size(answer.path("Item")), consistent)));
            }
        }
        return response;
    }

    /// Each item costs by itself, and one that is not there as much as a small one.
    private void countBatch(HttpExchange exchange, JsonNode request, JsonNode answer) {
        boolean first = true;
        for (Map.Entry<String, JsonNode> table : request.path("RequestItems").properties()) {
            boolean consistent = table.getValue().path("ConsistentRead").asBoolean();
            JsonNode found = answer.path("Responses").path(table.getKey());
            double units = (table.getValue().path("Keys").size() - found.size()) * Units.read(0, consistent);
            for (JsonNode item : found) units += Units.read(Units.size(item), consistent);
            tally.add(asked(exchange, table.getKey()), new Sum(first ? 1 : 0, 0, units));
            first = false;
        }
    }

    private static Asked asked(HttpExchange exchange, String table) {
        return Meter.asked(exchange, table.replaceFirst("^outdial-", ""));
    }

    private Optional<JsonNode> item(Write write) throws IOException {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("TableName", write.table());
        request.put("ConsistentRead", true).set("Key", write.key());
        JsonNode answer = Meter.json(send("GetItem", request).body());
        return answer.has("Item") ? Optional.of(answer.path("Item")) : Optional.empty();
    }

    private Schema schema(String table) throws IOException {
        Schema known = schemas.get(table);
        if (known != null) return known;
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("TableName", table);
        Schema read =
                Schema.of(Meter.json(send("DescribeTable", request).body()).path("Table"));
        schemas.put(table, read);
        return read;
    }

    private HttpResponse<byte[]> send(String operation, JsonNode request) throws IOException {
        HttpRequest post = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                .header("X-Amz-Date", "20260101T000000Z")
                .header("Authorization", LocalCredentials.unsigned("dynamodb"))
                .POST(BodyPublishers.ofString(request.toString()))
                .build();
        try {
            return http.send(post, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
