package outdial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Takes the messages that functions send to SQS and keeps those that order chunks, so that one process after
/// the other can be timed alone.
final class ChunkInbox implements AutoCloseable {
    private static final int OK = 200;

    private final HttpServer server;
    private final List<String> orders = new ArrayList<>();

    ChunkInbox() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /// The bodies so far; they are gone then.
    synchronized List<String> take() {
        List<String> taken = List.copyOf(orders);
        orders.clear();
        return taken;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = Meter.json(exchange.getRequestBody().readAllBytes());
            ObjectNode answer = request.has("Entries") ? batch(request) : taken(request.path("MessageBody"));
            byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(OK, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized ObjectNode batch(JsonNode request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode successful = answer.putArray("Successful");
        for (JsonNode entry : request.path("Entries")) {
            orders.add(entry.path("MessageBody").asText());
            successful.add(taken(entry.path("MessageBody")).set("Id", entry.path("Id")));
        }
        answer.putArray("Failed");
        return answer;
    }

    private static ObjectNode taken(JsonNode body) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("MessageId", "00000000-0000-4000-8000-000000000000")
                .put("MD5OfMessageBody", md5(body.asText()));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5", impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
