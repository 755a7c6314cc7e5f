package outdial.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads an HTTP API with its authorizers.
final class HttpApiReader {
    private HttpApiReader() {}

    static HttpApi api(Properties properties, Identity identity) {
        Properties auth = properties.at("Auth");
        Map<String, HttpApi.Authorizer> authorizers = new LinkedHashMap<>();
        auth.map("Authorizers").forEach((name, authorizer) -> authorizers.put(name, authorizer(authorizer)));
        return new HttpApi(identity.logicalId(), authorizers, auth.optional("DefaultAuthorizer"), cors(properties));
    }

    private static HttpApi.Authorizer authorizer(Properties properties) {
        boolean simple = properties.flag("EnableSimpleResponses", false);
        if (!simple || !properties.text("AuthorizerPayloadFormatVersion").equals("2.0")) {
            throw properties.rejected(
                    "the local cloud knows only authorizers of payload format 2.0 with EnableSimpleResponses");
        }
        return new HttpApi.Authorizer(
                properties.text("FunctionArn"), properties.at("Identity").texts("Headers"));
    }

    private static Optional<HttpApi.Cors> cors(Properties properties) {
        Properties cors = properties.at("CorsConfiguration");
        if (cors.node().isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(new HttpApi.Cors(
                cors.texts("AllowOrigins"),
                cors.texts("AllowMethods"),
                cors.texts("AllowHeaders"),
                cors.texts("ExposeHeaders"),
                cors.number("MaxAge")));
    }
}
