package outdial.functions.dynamo;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Reads a DynamoDB item. A missing attribute that must be there is a broken item, and said so with its name.
record Row(Map<String, AttributeValue> values) {
    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return find(name).map(AttributeValue::s).orElseThrow(() -> new IllegalStateException("item without " + name));
    }

    String textOr(String name, String otherwise) {
        return find(name).map(AttributeValue::s).orElse(otherwise);
    }

    Optional<String> optional(String name) {
        return find(name).map(AttributeValue::s);
    }

    long number(String name) {
        return find(name)
                .map(AttributeValue::n)
                .map(Long::parseLong)
                .orElseThrow(() -> new IllegalStateException("item without " + name));
    }

    long numberOr(String name, long otherwise) {
        return find(name).map(AttributeValue::n).map(Long::parseLong).orElse(otherwise);
    }

    OptionalInt integer(String name) {
        return find(name)
                .map(AttributeValue::n)
                .map(n -> OptionalInt.of(Integer.parseInt(n)))
                .orElseGet(OptionalInt::empty);
    }

    Instant time(String name) {
        return Instant.parse(text(name));
    }

    Optional<Instant> optionalTime(String name) {
        return optional(name).map(Instant::parse);
    }

    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        find(name).map(AttributeValue::m).ifPresent(m -> m.forEach((key, value) -> map.put(key, value.s())));
        return map;
    }

    /// Whole numbers by name; none where the attribute is missing.
    Map<String, Integer> counts(String name) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        find(name)
                .map(AttributeValue::m)
                .ifPresent(m -> m.forEach((key, value) -> counts.put(key, Integer.parseInt(value.n()))));
        return counts;
    }

    Optional<Instant> optionalMoment(String name) {
        return find(name).map(AttributeValue::n).map(n -> Instant.ofEpochMilli(Long.parseLong(n)));
    }

    Set<String> set(String name) {
        return find(name).map(AttributeValue::ss).map(Set::copyOf).orElseGet(Set::of);
    }

    List<Long> numbers(String name) {
        return find(name).map(AttributeValue::l).orElseGet(List::of).stream()
                .map(value -> Long.parseLong(value.n()))
                .toList();
    }

    /// Empty where the attribute is missing.
    ByteBuffer bytes(String name) {
        return find(name).map(value -> value.b().asByteBuffer()).orElseGet(() -> ByteBuffer.allocate(0));
    }

    List<String> texts(String name) {
        return find(name).map(AttributeValue::l).orElseGet(List::of).stream()
                .map(AttributeValue::s)
                .toList();
    }

    /// A map of which the names are known; empty where the attribute is missing.
    Optional<Row> part(String name) {
        return find(name).map(value -> new Row(value.m()));
    }

    Map<String, Row> maps(String name) {
        Map<String, Row> maps = new LinkedHashMap<>();
        find(name).map(AttributeValue::m).ifPresent(m -> m.forEach((key, value) -> maps.put(key, new Row(value.m()))));
        return maps;
    }

    Stream<String> names() {
        return values.keySet().stream();
    }

    private Optional<AttributeValue> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
