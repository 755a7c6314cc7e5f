package outdial.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Outdial's HTTP API, used as any client would. An answer that is no success is an [IOException] with the problem's
/// text.
public final class Api implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int BEYOND_SUCCESS = 300;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String key;

    /// @param base such as `http://localhost:8080`
    public Api(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    public JsonNode get(String path) throws IOException {
        return send("GET", path, Optional.empty());
    }

    public JsonNode post(String path, Map<String, ?> body) throws IOException {
        return send("POST", path, Optional.of(body));
    }

    public JsonNode post(String path) throws IOException {
        return send("POST", path, Optional.empty());
    }

    public JsonNode put(String path, Map<String, ?> body) throws IOException {
        return send("PUT", path, Optional.of(body));
    }

    /// Every item of a list, page after page.
    public List<JsonNode> all(String path) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = get(path + "?limit=100");
        page.path("items").forEach(items::add);
        while (page.hasNonNull("cursor")) {
            page = get(path + "?limit=100&cursor=" + escaped(page.path("cursor").asText()));
            page.path("items").forEach(items::add);
        }
        return items;
    }

    /// As a part of a path or query: `%2B12065550100`.
    public static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode send(String method, String path, Optional<Map<String, ?>> body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/v1" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
        request.method(
                method,
                body.isPresent()
                        ? BodyPublishers.ofString(JSON.writeValueAsString(body.get()))
                        : BodyPublishers.noBody());
        HttpResponse<String> response = sent(request.build());
        if (response.statusCode() < OK || response.statusCode() >= BEYOND_SUCCESS) {
            throw new IOException(
                    method + " /v1" + path + " was answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> sent(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
