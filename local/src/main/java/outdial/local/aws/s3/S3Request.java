package outdial.local.aws.s3;

import com.sun.net.httpserver.HttpExchange;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One request to S3, taken apart. Buckets are named in the path, or by a host such as `bucket.localhost`.
record S3Request(HttpExchange exchange, String bucket, String key, Map<String, String> query) {
    static S3Request of(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        String name = host.contains(":") ? host.substring(0, host.indexOf(':')) : host;
        if (name.endsWith(".localhost")) {
            path = "/" + name.substring(0, name.length() - ".localhost".length()) + path;
        }
        int slash = path.indexOf('/', 1);
        String bucket = slash < 0 ? path.substring(Math.min(1, path.length())) : path.substring(1, slash);
        String key = slash < 0 ? "" : path.substring(slash + 1);
        return new S3Request(
                exchange,
                decode(bucket),
                decode(key),
                query(exchange.getRequestURI().getRawQuery()));
    }

    String method() {
        return exchange.getRequestMethod();
    }

    S3Rights.Wanted wanted() {
        return new S3Rights.Wanted(method(), bucket, key, query, header("x-amz-copy-source"));
    }

    boolean has(String parameter) {
        return query.containsKey(parameter);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    int number(String name, int otherwise) {
        try {
            return parameter(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw S3Failure.invalid(name + " must be a number");
        }
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    InputStream body() {
        return exchange.getRequestBody();
    }

    /// Decodes `%41`; unlike in a form, `+` is a plus.
    static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
        Map<String, String> query = new TreeMap<>();
        if (raw == null) {
            return query;
        }
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            query.put(decode(name), URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return query;
    }
}
