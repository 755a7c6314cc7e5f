package outdial.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import java.util.Optional;
import outdial.local.template.HttpApi;

/// The CORS settings of an HTTP API: API Gateway answers preflights by itself and adds the headers to every reply.
record Cors(Optional<HttpApi.Cors> settings) {
    boolean preflight(HttpExchange exchange) {
        return settings.isPresent()
                && exchange.getRequestMethod().equals("OPTIONS")
                && exchange.getRequestHeaders().containsKey("Origin")
                && exchange.getRequestHeaders().containsKey("Access-Control-Request-Method");
    }

    HttpReply answer(HttpExchange exchange, HttpReply reply) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (settings.isEmpty() || origin == null) {
            return reply;
        }
        HttpApi.Cors cors = settings.get();
        boolean any = cors.origins().contains("*");
        if (!any && !cors.origins().contains(origin)) {
            return reply;
        }
        HttpReply allowed = reply.with("Access-Control-Allow-Origin", any ? "*" : origin);
        if (!cors.exposed().isEmpty()) {
            allowed = allowed.with("Access-Control-Expose-Headers", String.join(",", cors.exposed()));
        }
        if (!preflight(exchange)) {
            return allowed;
        }
        HttpReply answer = allowed.with("Access-Control-Allow-Methods", String.join(",", cors.methods()))
                .with("Access-Control-Allow-Headers", String.join(",", cors.headers()));
        return cors.maxAgeSeconds().isPresent()
                ? answer.with(
                        "Access-Control-Max-Age",
                        Integer.toString(cors.maxAgeSeconds().getAsInt()))
                : answer;
    }
}
