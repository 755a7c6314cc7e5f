package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;

/// SAM's Globals: properties that every resource of a type has unless it says otherwise. Maps are merged, lists
/// added to, everything else replaced.
final class Globals {
    private static final Map<String, String> SECTIONS =
            Map.of("Function", "AWS::Serverless::Function", "HttpApi", "AWS::Serverless::HttpApi");

    private Globals() {}

    static JsonNode merged(JsonNode globals, String type, JsonNode own, Path file) {
        JsonNode merged = own.isMissingNode() ? JsonNodeFactory.instance.objectNode() : own;
        for (Map.Entry<String, JsonNode> section : globals.properties()) {
            String target = SECTIONS.get(section.getKey());
            if (target == null) {
                throw new TemplateRejected(
                        file + ": Globals",
                        "the local cloud does not know " + section.getKey() + ". It knows " + SECTIONS.keySet());
            }
            if (target.equals(type)) {
                merged = merge(section.getValue(), merged);
            }
        }
        return merged;
    }

    private static JsonNode merge(JsonNode global, JsonNode own) {
        if (own.isMissingNode()) {
            return global;
        }
        if (global.isArray() && own.isArray()) {
            ArrayNode both = JsonNodeFactory.instance.arrayNode();
            global.forEach(both::add);
            own.forEach(both::add);
            return both;
        }
        if (!global.isObject() || !own.isObject() || Intrinsics.isCall(global) || Intrinsics.isCall(own)) {
            return own;
        }
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        global.properties()
                .forEach(property ->
                        both.set(property.getKey(), merge(property.getValue(), own.path(property.getKey()))));
        own.properties().forEach(property -> {
            if (!global.has(property.getKey())) {
                both.set(property.getKey(), property.getValue());
            }
        });
        return both;
    }
}
