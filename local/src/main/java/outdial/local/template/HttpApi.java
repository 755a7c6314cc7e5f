package outdial.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// One HTTP API of API Gateway; its routes stand at the functions ([Trigger.Route]).
///
/// @param id its logical id
public record HttpApi(
        String id, Map<String, Authorizer> authorizers, Optional<String> defaultAuthorizer, Optional<Cors> cors) {
    public HttpApi {
        authorizers = Map.copyOf(authorizers);
    }

    /// A function that says who asks, with simple responses of payload format 2.0.
    ///
    /// @param identityHeaders headers without which a request is refused before the function is asked
    public record Authorizer(String functionArn, List<String> identityHeaders) {
        public Authorizer {
            identityHeaders = List.copyOf(identityHeaders);
        }
    }

    /// What a browser page of these origins may do.
    public record Cors(
            List<String> origins,
            List<String> methods,
            List<String> headers,
            List<String> exposed,
            OptionalInt maxAgeSeconds) {
        public Cors {
            origins = List.copyOf(origins);
            methods = List.copyOf(methods);
            headers = List.copyOf(headers);
            exposed = List.copyOf(exposed);
        }
    }
}
