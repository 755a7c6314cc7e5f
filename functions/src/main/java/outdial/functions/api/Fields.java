package outdial.functions.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The fields of a JSON object in a request, read strictly: a field nobody knows, another type or a value out
/// of range is refused by its full name. `null` means absent.
record Fields(JsonNode object, String path) {

    /// @throws Refusal there is a field that is not among `known`
    static Fields of(JsonNode object, String path, String... known) {
        Fields fields = new Fields(object, path);
        if (!object.isObject()) throw Refusal.invalid(path, path + " must be an object.");
        Set<String> names = Set.of(known);
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) throw fields.unknown(name, known);
        });
        return fields;
    }

    String text(String name, int longest) {
        return optionalText(name, longest).orElseThrow(() -> missing(name));
    }

    /// A text with something in it, stripped.
    Optional<String> optionalText(String name, int longest) {
        return value(name).map(value -> textOf(full(name), value, longest));
    }

    int integer(String name, int least, int most, int otherwise) {
        return value(name)
                .map(value -> {
                    boolean fits = value.isInt() && value.intValue() >= least && value.intValue() <= most;
                    if (!fits) throw refused(name, "must be a whole number from " + least + " to " + most);
                    return value.intValue();
                })
                .orElse(otherwise);
    }

    OptionalInt optionalInteger(String name, int least, int most) {
        return has(name) ? OptionalInt.of(integer(name, least, most, least)) : OptionalInt.empty();
    }

    boolean flag(String name, boolean otherwise) {
        return value(name)
                .map(value -> {
                    if (!value.isBoolean()) throw refused(name, "must be true or false");
                    return value.booleanValue();
                })
                .orElse(otherwise);
    }

    /// An instant with its offset, such as `2026-03-02T09:00:00Z`.
    Optional<Instant> time(String name) {
        return value(name).map(value -> timeOf(full(name), value.asText()));
    }

    static Instant timeOf(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw Refusal.invalid(field, field + " must be a time such as 2026-03-02T09:00:00Z.");
        }
    }

    <E extends Enum<E>> E choice(String name, Class<E> choices, E otherwise) {
        return value(name)
                .map(value -> choiceOf(full(name), value.asText(), choices))
                .orElse(otherwise);
    }

    <E extends Enum<E>> E choice(String name, Class<E> choices) {
        return choiceOf(full(name), value(name).orElseThrow(() -> missing(name)).asText(), choices);
    }

    static <E extends Enum<E>> E choiceOf(String field, String text, Class<E> choices) {
        E[] all = choices.getEnumConstants();
        return Arrays.stream(all)
                .filter(choice -> choice.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.invalid(field, field + " must be one of " + String.join(", ", names(all)) + "."));
    }

    /// Empty where the field is absent.
    <T> List<T> list(String name, int most, Item<T> item) {
        return value(name)
                .map(value -> {
                    if (!value.isArray()) throw refused(name, "must be a list");
                    if (value.size() > most) {
                        throw refused(name, "takes at most " + most + " entries, were " + value.size());
                    }
                    return IntStream.range(0, value.size())
                            .mapToObj(i -> item.read(full(name) + "[" + i + "]", value.get(i)))
                            .toList();
                })
                .orElseGet(List::of);
    }

    <T> Optional<T> object(String name, Function<Fields, T> read, String... known) {
        return value(name).map(value -> read.apply(of(value, full(name), known)));
    }

    /// The entries of an object whose keys are data; empty where the field is absent.
    <T> Map<String, T> map(String name, int most, Item<T> item) {
        Map<String, T> map = new LinkedHashMap<>();
        value(name).ifPresent(value -> {
            if (!value.isObject()) throw refused(name, "must be an object");
            if (value.size() > most) throw refused(name, "takes at most " + most + " entries, were " + value.size());
            value.properties()
                    .forEach(entry ->
                            map.put(entry.getKey(), item.read(full(name) + "." + entry.getKey(), entry.getValue())));
        });
        return map;
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    /// Whether the field is there at all, `null` included, which takes a setting back.
    boolean mentions(String name) {
        return object.has(name);
    }

    /// What the domain refuses to build is the field's fault, in the domain's words.
    <T> T checked(String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(full(name), e.getMessage() + ".");
        }
    }

    Refusal refused(String name, String rule) {
        return Refusal.invalid(full(name), full(name) + " " + rule + ".");
    }

    Refusal missing(String name) {
        return refused(name, "is required");
    }

    /// The name of a field from the top of the body, such as `retries.maxRetries`.
    String full(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static String textOf(String field, JsonNode value, int longest) {
        if (!value.isTextual()) throw Refusal.invalid(field, field + " must be a text.");
        String text = value.textValue().strip();
        if (text.isEmpty() || text.length() > longest) {
            throw Refusal.invalid(field, field + " must have 1 to " + longest + " characters.");
        }
        return text;
    }

    private Refusal unknown(String name, String... known) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return Refusal.unknown("field", full(shown), List.of(known));
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }

    private static List<String> names(Enum<?>[] all) {
        return Arrays.stream(all).map(Enum::name).toList();
    }

    /// Reads one entry of a list or map; `field` is its full name, such as `phones[3]`.
    interface Item<T> {
        T read(String field, JsonNode value);
    }
}
