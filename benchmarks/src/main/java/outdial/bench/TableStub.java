package outdial.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import outdial.local.aws.AwsService;

/// Answers like DynamoDB, each request in 8 ms, for the tables that rows are written to: everything new is
/// taken, nobody is on file, and of a hundred phones one is on the do-not-call list. What keeps the books of an
/// import goes on to the local cloud.
final class TableStub implements AutoCloseable {
    static final Duration THINKING = Duration.ofMillis(8);

    private static final String PREFIX = "outdial-";
    private static final Set<String> TABLES = Set.of("Contacts", "DoNotCall", "Enrollments");
    private static final String ON_DO_NOT_CALL = "77\"";
    private static final JsonFactory JSON = new JsonFactory();
    private static final int OK = 200;

    private final HttpServer server;
    private final AwsService books;
    private final Optional<RowUnits> units;

    /// @param books answers for all other tables
    /// @param units counts what is asked; empty: only speed matters
    TableStub(AwsService books, Optional<RowUnits> units) throws IOException {
        this.books = books;
        this.units = units;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        long end = System.nanoTime() + THINKING.toNanos();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String operation = Meter.operation(exchange);
            Optional<String> answer = answer(operation, body);
            if (answer.isEmpty()) {
                books.handle(exchange, body);
                return;
            }
            if (units.isPresent()) units.get().count(exchange, operation, body);
            Site.rest(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            send(exchange, answer.get().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(HttpExchange exchange, byte[] answer) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.getResponseHeaders().set("x-amz-crc32", Long.toString(sum.getValue()));
        exchange.sendResponseHeaders(OK, answer.length);
        exchange.getResponseBody().write(answer);
    }

    /// Empty where it is not for these tables.
    private static Optional<String> answer(String operation, byte[] body) throws IOException {
        return switch (operation) {
            case "BatchExecuteStatement" -> Optional.of(inserted(body));
            case "BatchGetItem" -> table(body).map(table -> found(table, body));
            case "BatchWriteItem" -> Optional.of("{\"UnprocessedItems\":{}}");
            case "PutItem" -> Optional.of("{}").filter(_ -> named(body));
            default -> Optional.empty();
        };
    }

    private static String inserted(byte[] body) throws IOException {
        StringBuilder answer = new StringBuilder("{\"Responses\":[");
        try (JsonParser json = JSON.createParser(body)) {
            int statements = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.FIELD_NAME) continue;
                if (json.currentName().equals("Parameters")) {
                    json.nextToken();
                    json.skipChildren();
                } else if (json.currentName().equals("Statement")) {
                    answer.append(statements++ == 0 ? "" : ",").append("{\"TableName\":\"outdial-Contacts\"}");
                }
            }
        }
        return answer.append("]}").toString();
    }

    /// The table that a batch of reads names, if it is one of those here.
    private static Optional<String> table(byte[] body) throws IOException {
        String table = Meter.json(body).path("RequestItems").fieldNames().next();
        return Optional.of(table).filter(name -> TABLES.contains(name.substring(PREFIX.length())));
    }

    private static String found(String table, byte[] body) {
        StringBuilder items = new StringBuilder();
        if (table.endsWith("DoNotCall")) stopped(new String(body, StandardCharsets.UTF_8), items);
        return "{\"Responses\":{\"" + table + "\":[" + items + "]},\"UnprocessedKeys\":{}}";
    }

    /// The addresses asked for that end as those on the list do.
    private static void stopped(String request, StringBuilder items) {
        for (int end = request.indexOf(ON_DO_NOT_CALL); end >= 0; end = request.indexOf(ON_DO_NOT_CALL, end + 1)) {
            String address = request.substring(request.lastIndexOf('"', end) + 1, end + 2);
            if (!address.startsWith("+")) continue;
            if (!items.isEmpty()) items.append(',');
            items.append("{\"bucket\":{\"S\":\"bench#0\"},\"address\":{\"S\":\"")
                    .append(address)
                    .append("\"},\"channels\":{\"SS\":[\"PHONE\"]},\"source\":{\"S\":\"bench\"},"
                            + "\"addedAt\":{\"S\":\"2026-03-02T12:00:00Z\"}}");
        }
    }

    private static boolean named(byte[] body) {
        try (JsonParser json = JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && json.currentName().equals("TableName")) {
                    return TABLES.contains(json.nextTextValue().substring(PREFIX.length()));
                }
            }
            return false;
        } catch (IOException malformed) {
            throw new IllegalStateException("a request that is no JSON", malformed);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
