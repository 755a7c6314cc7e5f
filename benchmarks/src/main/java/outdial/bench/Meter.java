package outdial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outdial.bench.Tally.Asked;
import outdial.bench.Tally.Sum;
import outdial.local.LocalCloud;
import outdial.local.aws.Proxy;
import outdial.local.lambda.Attachment;

/// Stands where functions ask for tables and queues, and counts what they ask. Needs functions that go by the gateway,
/// as they do where roles are enforced.
final class Meter implements Attachment {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CALLER = Pattern.compile("Credential=(?:function)?(\\w+)/");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CompletableFuture<URI> tables = new CompletableFuture<>();
    private final CompletableFuture<URI> queues = new CompletableFuture<>();
    private final Tally tally = new Tally();

    Tally tally() {
        return tally;
    }

    @Override
    public void attach(Socket cloud) {
        CompletableFuture<MeteredTables> metered = tables.thenApply(at -> new MeteredTables(http, at, tally));
        CompletableFuture<Proxy> proxy = queues.thenApply(at -> new Proxy(http, at));
        cloud.route("dynamodb", (exchange, body) -> metered.join().handle(exchange, body));
        cloud.route("sqs", (exchange, body) -> {
            tally.add(asked(exchange, queue(body)), new Sum(1, 0, 0));
            proxy.join().handle(exchange, body);
        });
    }

    /// Tells where the emulators answer, once they do.
    void connect(LocalCloud cloud) {
        try (var dynamoDb = cloud.clients().dynamoDb();
                var sqs = cloud.clients().sqs()) {
            tables.complete(
                    dynamoDb.serviceClientConfiguration().endpointOverride().orElseThrow());
            queues.complete(sqs.serviceClientConfiguration().endpointOverride().orElseThrow());
        }
    }

    private static String queue(byte[] body) throws IOException {
        String url = JSON.readTree(body).path("QueueUrl").asText();
        return url.substring(url.lastIndexOf('/') + 1).replaceFirst("^outdial-", "");
    }

    static Asked asked(HttpExchange exchange, String on) {
        String caller = header(exchange, "Authorization");
        Matcher credential = CALLER.matcher(caller);
        return new Asked(credential.find() ? credential.group(1) : "?", operation(exchange), on);
    }

    static String operation(HttpExchange exchange) {
        String target = header(exchange, "X-Amz-Target");
        return target.substring(target.indexOf('.') + 1);
    }

    static JsonNode json(byte[] body) throws IOException {
        return JSON.readTree(body);
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    @Override
    public void close() {
        http.close();
    }
}
