package outdial.local.aws;

import com.sun.net.httpserver.HttpExchange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose key signed a request, and the service it was meant for. One that is not signed (a browser's preflight, an
/// address presigned the old way) can only be for S3.
///
/// @param accessKeyId empty where nobody signed
public record Signature(String accessKeyId, String service) {
    private static final Pattern SCOPE = Pattern.compile("Credential=([^/]+)/\\d{8}/[^/]+/([a-z0-9-]+)/aws4_request");
    private static final Signature NONE = new Signature("", "s3");

    public static Signature of(HttpExchange exchange) {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        String signed = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse(query.replace("X-Amz-Credential=", "Credential="));
        Matcher scope = SCOPE.matcher(signed);
        return scope.find() ? new Signature(scope.group(1), scope.group(2)) : NONE;
    }
}
