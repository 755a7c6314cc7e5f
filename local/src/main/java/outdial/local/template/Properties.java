package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The honoured properties of one resource, read by name; what is missing or malformed is said with its place.
record Properties(JsonNode node, String where) {
    String text(String name) {
        return optional(name).orElseThrow(() -> new TemplateRejected(where, "the property " + name + " is missing"));
    }

    Optional<String> optional(String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() ? Optional.of(value.asText()) : Optional.empty();
    }

    int number(String name, int otherwise) {
        return number(name).orElse(otherwise);
    }

    OptionalInt number(String name) {
        Optional<String> text = optional(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text.get()));
        } catch (NumberFormatException e) {
            throw new TemplateRejected(where, name + " must be a whole number, was " + text.get());
        }
    }

    boolean flag(String name, boolean otherwise) {
        return optional(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    Properties at(String name) {
        return new Properties(node.path(name), where + ": " + name);
    }

    List<Properties> list(String name) {
        List<Properties> list = new ArrayList<>();
        node.path(name).forEach(item -> list.add(new Properties(item, where + ": " + name)));
        return list;
    }

    Map<String, Properties> map(String name) {
        Map<String, Properties> map = new LinkedHashMap<>();
        node.path(name)
                .properties()
                .forEach(entry -> map.put(
                        entry.getKey(), new Properties(entry.getValue(), where + ": " + name + "." + entry.getKey())));
        return map;
    }

    Map<String, String> textMap(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        node.path(name)
                .properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    TemplateRejected rejected(String problem) {
        return new TemplateRejected(where, problem);
    }
}
