package outdial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Capacity units by AWS's rules, from the items themselves: DynamoDB Local does not report transactions and batches
/// as AWS bills them.
///
/// Sizes: [item sizes and
/// formats](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
final class Units {
    private static final double WRITE_UNIT_BYTES = 1024;
    private static final double READ_UNIT_BYTES = 4096;
    private static final double EVENTUAL = 0.5;
    private static final int CONTAINER_BYTES = 3;

    private Units() {}

    /// Bytes of the item in DynamoDB's JSON, names and values.
    static int size(JsonNode item) {
        return item.properties().stream()
                .mapToInt(attribute -> text(attribute.getKey()) + value(attribute.getValue()))
                .sum();
    }

    private static int value(JsonNode typed) {
        Map.Entry<String, JsonNode> value = typed.properties().iterator().next();
        JsonNode content = value.getValue();
        return switch (value.getKey()) {
            case "S" -> text(content.asText());
            case "N" -> number(content.asText());
            case "B" -> content.asText().length() * 3 / 4;
            case "BOOL", "NULL" -> 1;
            case "L" -> CONTAINER_BYTES + elements(content, one -> 1 + value(one));
            case "M" ->
                CONTAINER_BYTES
                        + content.properties().stream()
                                .mapToInt(one -> 1 + text(one.getKey()) + value(one.getValue()))
                                .sum();
            case "SS" -> elements(content, one -> text(one.asText()));
            case "NS" -> elements(content, one -> number(one.asText()));
            default -> throw new IllegalArgumentException("no size is known for a value of type " + value.getKey());
        };
    }

    private static int elements(JsonNode list, java.util.function.ToIntFunction<JsonNode> size) {
        int bytes = 0;
        for (JsonNode one : list) bytes += size.applyAsInt(one);
        return bytes;
    }

    private static int text(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// A byte for two digits, and one more.
    private static int number(String digits) {
        return (digits.replaceAll("[^0-9]", "").length() + 1) / 2 + 1;
    }

    /// Of one item, with the larger of its two sizes; a write that was refused, and one of nothing, costs as well.
    static double write(Optional<JsonNode> before, Optional<JsonNode> after) {
        int larger = Math.max(
                before.map(Units::size).orElse(0), after.map(Units::size).orElse(0));
        return Math.max(1, Math.ceil(larger / WRITE_UNIT_BYTES));
    }

    /// Of one item's entry in an index: a new place costs the deletion from the old one too, no change costs nothing.
    static double index(Optional<JsonNode> before, Optional<JsonNode> after, boolean samePlace) {
        if (before.equals(after)) return 0;
        if (samePlace) return write(before, after);
        return before.map(old -> write(Optional.of(old), Optional.empty())).orElse(0.0)
                + after.map(entry -> write(Optional.empty(), Optional.of(entry)))
                        .orElse(0.0);
    }

    /// Of so many bytes that were read at once.
    static double read(int bytes, boolean consistent) {
        return Math.max(1, Math.ceil(bytes / READ_UNIT_BYTES)) * (consistent ? 1 : EVENTUAL);
    }
}
