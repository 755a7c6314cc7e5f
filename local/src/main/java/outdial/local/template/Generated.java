package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;

/// Resources that the SAM transform makes and a template may refer to: `Dialer.Alias`, `DialerAliaslive`, `DialerRole`,
/// `Dialer.Version`, `ServerlessHttpApi`.
final class Generated {
    private Generated() {}

    static Optional<JsonNode> resource(String reference, JsonNode written) {
        if (reference.equals("ServerlessHttpApi")) {
            return Optional.of(of("AWS::Serverless::HttpApi", JsonNodeFactory.instance.objectNode()));
        }
        return written.properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().equals("AWS::Serverless::Function"))
                .flatMap(function -> ofFunction(function, reference).stream())
                .findFirst();
    }

    private static Optional<JsonNode> ofFunction(Map.Entry<String, JsonNode> function, String reference) {
        if (!reference.startsWith(function.getKey())) {
            return Optional.empty();
        }
        JsonNode alias = JsonNodeFactory.instance.objectNode().set("FunctionName", name(function));
        String suffix = reference.substring(function.getKey().length());
        if (suffix.equals(".Alias") || suffix.equals(".Version") || suffix.startsWith("Alias")) {
            return Optional.of(of("outdial::FunctionAlias", alias));
        }
        return suffix.equals("Role")
                ? Optional.of(of("AWS::IAM::Role", JsonNodeFactory.instance.objectNode()))
                : Optional.empty();
    }

    private static JsonNode name(Map.Entry<String, JsonNode> function) {
        return JsonNodeFactory.instance.objectNode().put("Ref", function.getKey());
    }

    private static JsonNode of(String type, JsonNode properties) {
        return JsonNodeFactory.instance.objectNode().put("Type", type).set("Properties", properties);
    }
}
