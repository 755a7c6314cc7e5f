package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the local cloud knows of one resource or event type; an entry of `supported.yaml`.
///
/// @param name the property that holds the physical name; empty where the type has none
/// @param ref what `Ref` gives, with `${Name}`, `${LogicalId}`, `${Region}`, `${AccountId}` and endpoints
/// @param attributes what `GetAtt` gives, likewise
/// @param because why the whole type is left out locally; empty where it is honoured
record Kind(String name, String ref, Map<String, String> attributes, Paths honoured, Paths irrelevant, String because) {
    static Kind of(JsonNode entry) {
        Map<String, String> attributes = new LinkedHashMap<>();
        entry.path("attributes")
                .properties()
                .forEach(attribute ->
                        attributes.put(attribute.getKey(), attribute.getValue().asText()));
        return new Kind(
                entry.path("name").asText(),
                entry.path("ref").asText("${Name}"),
                attributes,
                new Paths(texts(entry.path("honoured"))),
                new Paths(texts(entry.path("irrelevant"))),
                entry.path("left-out").asText());
    }

    boolean leftOut() {
        return !because.isEmpty();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
