package outdial.local.template;

import java.util.List;
import java.util.OptionalInt;

/// One S3 bucket.
///
/// @param announces tells EventBridge's default bus of every object made or deleted
public record Bucket(String name, boolean versioned, boolean announces, List<CorsRule> cors) {
    public Bucket {
        cors = List.copyOf(cors);
    }

    /// What a browser page of these origins may do; `*` stands for any text.
    ///
    /// @param maxAgeSeconds how long a browser may remember the answer
    public record CorsRule(
            List<String> origins,
            List<String> methods,
            List<String> headers,
            List<String> exposed,
            OptionalInt maxAgeSeconds) {
        public CorsRule {
            origins = List.copyOf(origins);
            methods = List.copyOf(methods);
            headers = List.copyOf(headers);
            exposed = List.copyOf(exposed);
        }
    }
}
