package outdial.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What goes back to the caller of an HTTP API.
final class HttpReply {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private HttpReply(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static HttpReply empty(int status) {
        return new HttpReply(status, Map.of(), new byte[0]);
    }

    /// API Gateway's own words, where no function was asked or it failed.
    static HttpReply message(int status, String message) {
        return json(
                status,
                JSON.createObjectNode().put("message", message).toString().getBytes(StandardCharsets.UTF_8));
    }

    /// A function's reply in payload format 2.0. One without `statusCode` is the body itself.
    static HttpReply of(byte[] reply) {
        JsonNode node;
        try {
            node = JSON.readTree(reply);
        } catch (IOException _) {
            return message(500, "Internal Server Error");
        }
        if (!node.has("statusCode")) {
            return json(200, reply);
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        node.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), List.of(header.getValue().asText())));
        List<String> cookies = new ArrayList<>();
        node.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        if (!cookies.isEmpty()) {
            headers.put("Set-Cookie", cookies);
        }
        String body = node.path("body").asText("");
        byte[] bytes = node.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
        return new HttpReply(
                node.path("statusCode").asInt(), headers, node.path("body").isNull() ? new byte[0] : bytes);
    }

    HttpReply with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        more.put(name, List.of(value));
        return new HttpReply(status, more, body);
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::put);
        boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }

    private static HttpReply json(int status, byte[] body) {
        return new HttpReply(status, Map.of("Content-Type", List.of("application/json")), body);
    }
}
