package outdial.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/// An EventBridge event pattern: every field of it must match, a list matches if one of its entries does, fields
/// that it does not name do not matter.
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern.html
final class EventPattern {
    /// Compares a value of the event, missing perhaps, with what stands behind the operator.
    private interface Operator {
        boolean holds(JsonNode value, JsonNode operand);
    }

    private static final Map<String, Operator> OPERATORS = Map.of(
            "prefix", (value, operand) -> value.isTextual() && value.asText().startsWith(operand.asText()),
            "suffix", (value, operand) -> value.isTextual() && value.asText().endsWith(operand.asText()),
            "equals-ignore-case", (value, operand) -> value.asText().equalsIgnoreCase(operand.asText()),
            "exists", (value, operand) -> value.isMissingNode() != operand.asBoolean(),
            "anything-but", EventPattern::anythingBut);

    private final JsonNode pattern;

    /// @throws IllegalArgumentException the pattern uses an operator that the local cloud does not know
    EventPattern(JsonNode pattern) {
        check(pattern);
        this.pattern = pattern;
    }

    boolean matches(JsonNode event) {
        return matches(pattern, event);
    }

    private static boolean matches(JsonNode pattern, JsonNode value) {
        if (pattern.isObject()) {
            return pattern.properties().stream()
                    .allMatch(field -> matches(field.getValue(), value.path(field.getKey())));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).anyMatch(item -> matchesOne(pattern, item));
        }
        return matchesOne(pattern, value);
    }

    private static boolean matchesOne(JsonNode alternatives, JsonNode value) {
        return StreamSupport.stream(alternatives.spliterator(), false)
                .anyMatch(alternative -> alternative.isObject()
                        ? operator(alternative)
                                .holds(value, alternative.iterator().next())
                        : alternative.equals(value));
    }

    private static boolean anythingBut(JsonNode value, JsonNode operand) {
        if (value.isMissingNode()) {
            return false;
        }
        if (operand.isObject()) {
            return !operator(operand).holds(value, operand.iterator().next());
        }
        return operand.isArray()
                ? StreamSupport.stream(operand.spliterator(), false).noneMatch(value::equals)
                : !value.equals(operand);
    }

    private static Operator operator(JsonNode alternative) {
        String name = alternative.fieldNames().next();
        Operator operator = OPERATORS.get(name);
        if (operator == null) {
            throw new IllegalArgumentException("the local cloud does not know " + name
                    + " in an event pattern. It knows " + new TreeSet<>(OPERATORS.keySet()));
        }
        return operator;
    }

    private static void check(JsonNode pattern) {
        if (pattern.isObject()) {
            pattern.forEach(EventPattern::check);
        } else if (pattern.isArray()) {
            pattern.forEach(alternative -> {
                if (alternative.isObject()) {
                    operator(alternative);
                }
            });
        } else {
            throw new IllegalArgumentException("an event pattern needs a list at each field, has " + pattern);
        }
    }
}
