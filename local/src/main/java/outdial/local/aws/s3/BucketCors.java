package outdial.local.aws.s3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import outdial.local.template.Bucket;

/// The CORS rules of buckets: the first rule that fits origin and method decides.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
final class BucketCors {
    private final Map<String, List<Bucket.CorsRule>> rules = new ConcurrentHashMap<>();

    void set(String bucket, List<Bucket.CorsRule> bucketRules) {
        rules.put(bucket, bucketRules);
    }

    boolean preflight(S3Request request) {
        return request.method().equals("OPTIONS");
    }

    S3Reply answer(S3Request request) {
        String method = request.header("Access-Control-Request-Method").orElse("");
        Optional<Bucket.CorsRule> rule = rule(request, method).filter(one -> headersAllowed(one, request));
        if (rule.isEmpty()) {
            throw S3Failure.of(403, "AccessForbidden", "CORSResponse: This CORS request is not allowed.");
        }
        return S3Reply.empty(200).with(headers(request, rule.get()));
    }

    /// The headers to add to the answer of a browser's request; none if no rule allows it.
    Map<String, String> headers(S3Request request) {
        return rule(request, request.method())
                .map(rule -> headers(request, rule))
                .orElse(Map.of());
    }

    private Optional<Bucket.CorsRule> rule(S3Request request, String method) {
        Optional<String> origin = request.header("Origin");
        return rules.getOrDefault(request.bucket(), List.of()).stream()
                .filter(rule ->
                        origin.filter(one -> anyMatches(rule.origins(), one)).isPresent())
                .filter(rule -> rule.methods().contains(method))
                .findFirst();
    }

    private static boolean headersAllowed(Bucket.CorsRule rule, S3Request request) {
        String asked = request.header("Access-Control-Request-Headers").orElse("");
        return asked.isBlank()
                || List.of(asked.split("\\s*,\\s*", -1)).stream()
                        .allMatch(header -> anyMatches(rule.headers(), header));
    }

    private static Map<String, String> headers(S3Request request, Bucket.CorsRule rule) {
        Map<String, String> headers = new LinkedHashMap<>();
        boolean any = rule.origins().contains("*");
        headers.put(
                "Access-Control-Allow-Origin",
                any ? "*" : request.header("Origin").orElse(""));
        headers.put("Access-Control-Allow-Methods", String.join(", ", rule.methods()));
        headers.put("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
        request.header("Access-Control-Request-Headers")
                .ifPresent(asked -> headers.put("Access-Control-Allow-Headers", asked.toLowerCase(Locale.ROOT)));
        if (!rule.exposed().isEmpty()) {
            headers.put("Access-Control-Expose-Headers", String.join(", ", rule.exposed()));
        }
        rule.maxAgeSeconds().ifPresent(age -> headers.put("Access-Control-Max-Age", Integer.toString(age)));
        return headers;
    }

    /// `*` in a rule stands for any text.
    private static boolean anyMatches(List<String> patterns, String value) {
        return patterns.stream().anyMatch(pattern -> {
            String regex = Pattern.compile("\\*")
                    .splitAsStream(pattern + " ")
                    .map(String::stripTrailing)
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
            return Pattern.compile(regex, Pattern.CASE_INSENSITIVE)
                    .matcher(value)
                    .matches();
        });
    }
}
