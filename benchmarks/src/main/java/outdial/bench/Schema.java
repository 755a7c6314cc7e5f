package outdial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keys and indexes of one table, as DescribeTable tells them.
record Schema(List<String> keys, List<Index> indexes) {
    /// @param holds the attributes of an entry; empty: all
    record Index(List<String> keys, Set<String> holds) {
        Optional<JsonNode> entry(Optional<JsonNode> item) {
            return item.filter(whole -> keys.stream().allMatch(whole::has)).map(this::projected);
        }

        private JsonNode projected(JsonNode item) {
            if (holds.isEmpty()) return item;
            return only(holds, item);
        }

        boolean samePlace(Optional<JsonNode> before, Optional<JsonNode> after) {
            return before.isPresent()
                    && after.isPresent()
                    && only(keys, before.get()).equals(only(keys, after.get()));
        }
    }

    static Schema of(JsonNode table) {
        List<String> keys = keys(table);
        List<Index> indexes = new ArrayList<>();
        for (JsonNode index : table.path("GlobalSecondaryIndexes")) {
            JsonNode projection = index.path("Projection");
            Set<String> holds = new LinkedHashSet<>();
            if (!projection.path("ProjectionType").asText().equals("ALL")) {
                holds.addAll(keys);
                holds.addAll(keys(index));
                projection.path("NonKeyAttributes").forEach(attribute -> holds.add(attribute.asText()));
            }
            indexes.add(new Index(keys(index), holds));
        }
        return new Schema(keys, indexes);
    }

    private static List<String> keys(JsonNode described) {
        return described.path("KeySchema").findValuesAsText("AttributeName");
    }

    JsonNode keyOf(JsonNode item) {
        return only(keys, item);
    }

    /// Units of all indexes for one change of an item.
    double indexUnits(Optional<JsonNode> before, Optional<JsonNode> after) {
        return indexes.stream()
                .mapToDouble(index -> {
                    Optional<JsonNode> old = index.entry(before);
                    Optional<JsonNode> fresh = index.entry(after);
                    return Units.index(old, fresh, index.samePlace(old, fresh));
                })
                .sum();
    }

    private static JsonNode only(Iterable<String> names, JsonNode item) {
        ObjectNode some = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> {
            if (item.has(name)) some.set(name, item.path(name));
        });
        return some;
    }
}
