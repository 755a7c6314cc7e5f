package outdial.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import outdial.local.template.Table;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB Local in this JVM, in memory or in a directory. On disk its writes are about ten times slower.
public final class DynamoDb implements AutoCloseable {
    private final URI endpoint;
    private final AutoCloseable server;
    private final JsonApi api;
    private final JsonApi streams;

    private DynamoDb(URI endpoint, AutoCloseable server, HttpClient http) {
        this.endpoint = endpoint;
        this.server = server;
        this.api = new JsonApi(http, endpoint, "dynamodb", "DynamoDB_20120810");
        this.streams = new JsonApi(http, endpoint, "dynamodb", "DynamoDBStreams_20120810");
    }

    /// One that runs elsewhere, such as in LocalStack.
    public static DynamoDb at(URI endpoint, HttpClient http) {
        return new DynamoDb(endpoint, () -> {}, http);
    }

    /// Starts it on a free port of this machine.
    ///
    /// The product's own `ServerRunner` would listen on every network interface and report to AWS how it is used.
    public static DynamoDb start(Optional<Path> directory, HttpClient http) throws Exception {
        QuietLogs.on();
        if (directory.isPresent()) {
            Files.createDirectories(directory.get());
        }
        // One database whatever the caller's credentials and region, so that the CLI sees what functions write.
        boolean shared = true;
        LocalDynamoDBRequestHandler requests = directory
                .map(path -> new LocalDynamoDBRequestHandler(0, false, path.toString(), shared, false))
                .orElseGet(() -> inMemory(shared));
        LocalDynamoDBServerHandler handler = new LocalDynamoDBServerHandler(requests, null);
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        ContextHandler context = new ContextHandler("/");
        context.setHandler(handler);
        server.setHandler(context);
        server.start();
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return new DynamoDb(URI.create("http://localhost:" + port), () -> stop(server, handler), http);
    }

    private static LocalDynamoDBRequestHandler inMemory(boolean shared) {
        return new LocalDynamoDBRequestHandler(0, true, null, shared, false);
    }

    /// Where it answers by itself, without the detour through the gateway.
    public URI endpoint() {
        return endpoint;
    }

    public JsonApi streams() {
        return streams;
    }

    /// Makes the table, or finds it in the directory as it was left.
    ///
    /// @throws IllegalStateException the directory holds a table of that name with other keys or indexes
    public void create(Table table) throws IOException, InterruptedException {
        try {
            api.call("CreateTable", table.definition());
        } catch (JsonApi.Refused e) {
            if (!e.type().equals("ResourceInUseException")) {
                throw e;
            }
            checkUnchanged(table);
            return;
        }
        if (table.expiresBy().isPresent()) {
            ObjectNode request = JsonNodeFactory.instance.objectNode().put("TableName", table.name());
            request.putObject("TimeToLiveSpecification")
                    .put("AttributeName", table.expiresBy().get())
                    .put("Enabled", true);
            api.call("UpdateTimeToLive", request);
        }
    }

    /// ARN of the stream that the table has now.
    public String streamOf(String table) throws IOException, InterruptedException {
        return describe(table).path("LatestStreamArn").asText();
    }

    private JsonNode describe(String table) throws IOException, InterruptedException {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("TableName", table);
        return api.call("DescribeTable", request).path("Table");
    }

    private void checkUnchanged(Table table) throws IOException, InterruptedException {
        JsonNode existing = describe(table.name());
        if (!shape(existing).equals(shape(table.definition()))) {
            throw new IllegalStateException(
                    "the table " + table.name() + " in the data directory has " + shape(existing)
                            + " but the template says " + shape(table.definition()) + "; use another --data directory");
        }
    }

    private static Set<String> shape(JsonNode table) {
        Set<String> shape = new TreeSet<>();
        table.path("KeySchema")
                .forEach(key -> shape.add("key " + key.path("AttributeName").asText()));
        table.path("GlobalSecondaryIndexes")
                .forEach(index -> shape.add("index "
                        + index.path("IndexName").asText()
                        + index.path("KeySchema").findValuesAsText("AttributeName")));
        return shape;
    }

    private static void stop(Server server, LocalDynamoDBServerHandler handler) throws Exception {
        server.stop();
        handler.close();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not stop", e);
        }
    }
}
