package outdial.functions.dynamo;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Builds a DynamoDB item. Empty values are left out: DynamoDB has no empty sets, and absent says it better.
final class Item {
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();

    static Item of(String name, String value) {
        return new Item().put(name, value);
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue map(Map<String, String> map) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put(key, text(value)));
        return AttributeValue.fromM(values);
    }

    Item put(String name, String value) {
        if (!value.isEmpty()) values.put(name, text(value));
        return this;
    }

    Item put(String name, long value) {
        values.put(name, number(value));
        return this;
    }

    Item putNumber(String name, OptionalInt value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    Item put(String name, Instant value) {
        return put(name, value.toString());
    }

    Item put(String name, Map<String, String> map) {
        if (!map.isEmpty()) values.put(name, map(map));
        return this;
    }

    Item put(String name, AttributeValue value) {
        values.put(name, value);
        return this;
    }

    Item putSet(String name, Collection<String> set) {
        if (!set.isEmpty())
            values.put(name, AttributeValue.fromSs(set.stream().sorted().toList()));
        return this;
    }

    Item putList(String name, Collection<String> texts) {
        if (!texts.isEmpty()) {
            values.put(name, AttributeValue.fromL(texts.stream().map(Item::text).toList()));
        }
        return this;
    }

    Item putText(String name, Optional<?> value) {
        value.ifPresent(present -> put(name, present.toString()));
        return this;
    }

    Map<String, AttributeValue> map() {
        return values;
    }
}
