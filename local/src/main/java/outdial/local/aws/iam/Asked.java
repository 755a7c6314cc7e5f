package outdial.local.aws.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;

/// What a request of one of AWS's JSON protocols asks for.
///
/// @param operation such as `GetItem`; empty where the path says it
record Asked(String operation, String path, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Asked of(HttpExchange exchange, byte[] body) throws IOException {
        String target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                .orElse("");
        return new Asked(
                target.substring(target.indexOf('.') + 1),
                exchange.getRequestURI().getPath(),
                body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
    }

    String text(String name) {
        return body.path(name).asText();
    }
}
