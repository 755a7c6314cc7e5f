package outdial.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import outdial.local.template.Account;

/// Turns HTTP requests into API Gateway's payload format 2.0 and runs their functions.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
public final class HttpRequests {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /// Bodies of these content types travel as text, all others as base64.
    private static final Pattern TEXT =
            Pattern.compile("text/.*|application/(json|javascript|xml|.+\\+json|.+\\+xml)(;.*)?");

    private final Invoker invoker;
    private final Clock clock;

    public HttpRequests(Invoker invoker, Clock clock) {
        this.invoker = invoker;
        this.clock = clock;
    }

    /// @param event the event without body and authorizer
    record Request(ObjectNode event) {
        Optional<String> header(String name) {
            JsonNode value = event.path("headers").path(name.toLowerCase(Locale.ROOT));
            return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
        }
    }

    Request read(HttpExchange exchange, Route.Match match) {
        String rawQuery =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "2.0")
                .put("routeKey", match.route().key())
                .put(
                        "rawPath",
                        URLDecoder.decode(
                                exchange.getRequestURI().getRawPath().replace("+", "%2B"), StandardCharsets.UTF_8))
                .put("rawQueryString", rawQuery);
        addHeaders(exchange, event);
        addQuery(rawQuery, event);
        event.set("requestContext", context(exchange, match.route(), event));
        if (!match.pathParameters().isEmpty()) {
            ObjectNode parameters = event.putObject("pathParameters");
            match.pathParameters().forEach(parameters::put);
        }
        return new Request(event);
    }

    HttpReply run(Route route, Request request, JsonNode authorizerContext, byte[] body) {
        ObjectNode event = request.event().deepCopy();
        if (authorizerContext.isObject()) {
            event.withObject("requestContext").putObject("authorizer").set("lambda", authorizerContext);
        }
        boolean text = TEXT.matcher(request.header("content-type").orElse("text/plain"))
                .matches();
        if (body.length > 0) {
            event.put(
                    "body",
                    text
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
        }
        event.put("isBase64Encoded", body.length > 0 && !text);
        try {
            byte[] reply = invoker.invoke(
                    route.function().logicalId(), event.toString().getBytes(StandardCharsets.UTF_8));
            return HttpReply.of(reply);
        } catch (FunctionFailed _) {
            return HttpReply.message(500, "Internal Server Error");
        }
    }

    private static void addHeaders(HttpExchange exchange, ObjectNode event) {
        ObjectNode headers = event.putObject("headers");
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (name.equalsIgnoreCase("cookie")) {
                ArrayNode cookies = event.putArray("cookies");
                values.forEach(value -> List.of(value.split(";\\s*", -1)).forEach(cookies::add));
            } else {
                headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
            }
        });
    }

    private static void addQuery(String rawQuery, ObjectNode event) {
        if (rawQuery.isEmpty()) {
            return;
        }
        ObjectNode parameters = event.putObject("queryStringParameters");
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            parameters.put(name, parameters.has(name) ? parameters.path(name).asText() + "," + value : value);
        }
    }

    private ObjectNode context(HttpExchange exchange, Route route, ObjectNode event) {
        ObjectNode context = JsonNodeFactory.instance
                .objectNode()
                .put("accountId", Account.LOCAL_ID)
                .put("apiId", "local")
                .put("domainName", event.path("headers").path("host").asText("localhost"))
                .put("domainPrefix", "local")
                .put("requestId", UUID.randomUUID().toString())
                .put("routeKey", route.key())
                .put("stage", "$default")
                .put("time", TIME.format(clock.instant()))
                .put("timeEpoch", clock.millis());
        context.putObject("http")
                .put("method", exchange.getRequestMethod())
                .put("path", event.path("rawPath").asText())
                .put("protocol", exchange.getProtocol())
                .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
                .put("userAgent", event.path("headers").path("user-agent").asText(""));
        return context;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
