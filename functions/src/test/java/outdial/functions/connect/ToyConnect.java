package outdial.functions.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import outdial.functions.json.Json;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// A service that answers as it was told to, and remembers what it was asked.
final class ToyConnect implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();

    ToyConnect() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /// What one request was answered; without a status the connection is cut.
    private record Answer(int status, String error, String body) {}

    record Asked(String line, String signature, JsonNode body) {}

    ToyConnect answering(int status, String error, String body) {
        answers.add(new Answer(status, error, body));
        return this;
    }

    ToyConnect cutting() {
        return answering(0, "", "");
    }

    ConnectApi api() {
        return new ConnectApi(
                UrlConnectionHttpClient.builder()
                        .socketTimeout(Duration.ofSeconds(5))
                        .build(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")),
                new ConnectApi.Place("us-east-1", URI.create("http://localhost:" + port())));
    }

    int port() {
        return server.getAddress().getPort();
    }

    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            String signature = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            asked.add(new Asked(line, signature, body.length == 0 ? Json.object() : tree(body)));
            Answer answer = answers.remove();
            if (answer.status() == 0) return;
            if (!answer.error().isEmpty()) exchange.getResponseHeaders().set("x-amzn-errortype", answer.error());
            byte[] reply = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), reply.length == 0 ? -1 : reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private static JsonNode tree(byte[] body) {
        return Json.tree(new ByteArrayInputStream(body));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
