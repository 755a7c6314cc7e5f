package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// The table of everything the local cloud understands (`supported.yaml`), and the rule that what is not in it
/// stops the start, so that no line of a template is ignored silently.
final class Supported {
    private static final Supported TABLE = load();

    private final Map<String, Kind> resources = new TreeMap<>();
    private final Map<String, Kind> events = new TreeMap<>();

    private Supported(JsonNode table) {
        table.path("resources").properties().forEach(entry -> resources.put(entry.getKey(), Kind.of(entry.getValue())));
        table.path("events").properties().forEach(entry -> events.put(entry.getKey(), Kind.of(entry.getValue())));
    }

    static Supported table() {
        return TABLE;
    }

    Kind resource(String type, String where) {
        return Optional.ofNullable(resources.get(type)).orElseThrow(() -> unknown("resource", type, where, resources));
    }

    Kind event(String type, String where) {
        return Optional.ofNullable(events.get(type)).orElseThrow(() -> unknown("trigger", type, where, events));
    }

    /// The honoured properties with their values; what is irrelevant locally is left out unread.
    JsonNode honoured(Kind kind, JsonNode properties, Stack stack, String where) {
        return honoured(kind, properties, stack::resolve, where);
    }

    /// The same for properties whose functions have been evaluated already.
    JsonNode honoured(Kind kind, JsonNode properties, String where) {
        return honoured(kind, properties, (node, place, deep) -> node, where);
    }

    /// Evaluates the functions in a value: all the way down, or only at the top.
    private interface Resolver {
        JsonNode resolve(JsonNode raw, String where, boolean deep);
    }

    private JsonNode honoured(Kind kind, JsonNode properties, Resolver resolver, String where) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        resolver.resolve(properties, where, false)
                .properties()
                .forEach(property -> setUnlessMissing(
                        kept,
                        property.getKey(),
                        honoured(kind, property.getKey(), property.getValue(), resolver, where)));
        return kept;
    }

    private JsonNode honoured(Kind kind, String path, JsonNode raw, Resolver resolver, String where) {
        if (kind.irrelevant().covers(path)) {
            return Stack.NO_VALUE;
        }
        if (kind.honoured().covers(path)) {
            return resolver.resolve(raw, where + ": " + path, true);
        }
        if (!kind.honoured().leadThrough(path) && !kind.irrelevant().leadThrough(path)) {
            throw new TemplateRejected(
                    where,
                    "the local cloud does not know the property " + path + ". It honours "
                            + kind.honoured().all() + " and leaves out "
                            + kind.irrelevant().all());
        }
        JsonNode node = resolver.resolve(raw, where + ": " + path, false);
        if (node.isArray()) {
            return honouredItems(kind, path, node, resolver, where);
        }
        return node.isObject() ? honouredBelow(kind, path, node, resolver, where) : node;
    }

    private ArrayNode honouredItems(Kind kind, String path, JsonNode list, Resolver resolver, String where) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        list.forEach(item -> {
            JsonNode value = honoured(kind, path, item, resolver, where);
            if (!value.isMissingNode()) {
                kept.add(value);
            }
        });
        return kept;
    }

    private ObjectNode honouredBelow(Kind kind, String path, JsonNode object, Resolver resolver, String where) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(child -> {
            JsonNode value = honoured(kind, path + "." + child.getKey(), child.getValue(), resolver, where);
            setUnlessMissing(kept, child.getKey(), value);
        });
        return kept;
    }

    private static void setUnlessMissing(ObjectNode object, String key, JsonNode value) {
        if (!value.isMissingNode()) {
            object.set(key, value);
        }
    }

    private static TemplateRejected unknown(String what, String type, String where, Map<String, Kind> known) {
        return new TemplateRejected(
                where, "the local cloud does not know the " + what + " type " + type + ". It knows " + known.keySet());
    }

    private static Supported load() {
        try (InputStream in = Objects.requireNonNull(Supported.class.getResourceAsStream("supported.yaml"));
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new Supported(YamlFile.parse("supported.yaml", reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
