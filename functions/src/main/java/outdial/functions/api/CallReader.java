package outdial.functions.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outdial.functions.api.Request.Call;

/// Reads the event of an HTTP API (payload 2.0), in which everything that is not there may be null.
final class CallReader {
    private CallReader() {}

    static Call call(APIGatewayV2HTTPEvent event) {
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        return new Call(
                context.getHttp().getMethod(),
                event.getRawPath(),
                Optional.ofNullable(event.getQueryStringParameters()).orElseGet(Map::of),
                lowerCase(Optional.ofNullable(event.getHeaders()).orElseGet(Map::of)),
                body(event),
                Optional.ofNullable(context.getRequestId()).orElse("unknown"));
    }

    /// What the authorizer said; empty where none was asked.
    static Map<String, String> authorizerContext(APIGatewayV2HTTPEvent event) {
        Map<String, String> words = new TreeMap<>();
        Optional.ofNullable(event.getRequestContext().getAuthorizer())
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getLambda)
                .ifPresent(context -> context.forEach((name, value) -> {
                    if (value instanceof String word) words.put(name, word);
                }));
        return words;
    }

    private static String body(APIGatewayV2HTTPEvent event) {
        String body = Optional.ofNullable(event.getBody()).orElse("");
        return event.getIsBase64Encoded() ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body;
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }
}
