package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// The parameters of one template with their values, checked as CloudFormation would check them.
record Parameters(Map<String, JsonNode> values) {
    private static final Set<String> TYPES = Set.of("String", "Number", "CommaDelimitedList", "List<Number>");

    static Parameters of(JsonNode declared, Map<String, JsonNode> given, String where) {
        for (String name : given.keySet()) {
            if (!declared.has(name)) {
                throw new TemplateRejected(where, "there is no parameter " + name + " to give a value to");
            }
        }
        Map<String, JsonNode> values = new HashMap<>();
        declared.properties().forEach(parameter -> {
            String name = parameter.getKey();
            JsonNode value = given.getOrDefault(name, parameter.getValue().path("Default"));
            values.put(name, checked(parameter.getValue(), value, where + ": parameter " + name));
        });
        return new Parameters(values);
    }

    Optional<JsonNode> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static JsonNode checked(JsonNode declaration, JsonNode value, String where) {
        String type = declaration.path("Type").asText();
        if (value.isMissingNode()) {
            throw new TemplateRejected(where, "has no default, and no value was given");
        }
        if (!TYPES.contains(type)) {
            throw new TemplateRejected(where, "the local cloud does not know the type " + type + ". It knows " + TYPES);
        }
        JsonNode allowed = declaration.path("AllowedValues");
        String text = value.asText();
        if (allowed.isArray()
                && StreamSupport.stream(allowed.spliterator(), false)
                        .noneMatch(one -> one.asText().equals(text))) {
            throw new TemplateRejected(where, text + " is not one of " + allowed);
        }
        String pattern = declaration.path("AllowedPattern").asText(".*");
        if (!type.contains("List") && !Pattern.matches(pattern, text)) {
            throw new TemplateRejected(where, text + " does not match " + pattern);
        }
        return type.contains("List") && value.isTextual() ? list(text) : value;
    }

    private static ArrayNode list(String text) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (String item : text.split(",", -1)) {
            items.add(item.strip());
        }
        return items;
    }
}
