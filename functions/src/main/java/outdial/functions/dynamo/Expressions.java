package outdial.functions.dynamo;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The names and values that the expressions of one request refer to. Every attribute name is escaped, because many
/// of the domain's words are reserved in DynamoDB.
final class Expressions {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    /// An expression from text with `?` for each of `operands` and `#name` for attributes: `#version = ?`.
    String of(String text, AttributeValue... operands) {
        StringBuilder expression = new StringBuilder();
        int operand = 0;
        for (String part : text.splitWithDelimiters("\\?|#\\w+", 0)) {
            if (part.equals("?")) expression.append(value(operands[operand++]));
            else if (part.startsWith("#")) expression.append(name(part.substring(1)));
            else expression.append(part);
        }
        return expression.toString();
    }

    /// An alias is made of letters, digits and underscores; what an attribute's name has else must not make two alike.
    String name(String attribute) {
        String alias = "#" + attribute.replaceAll("\\W", "_");
        names.put(alias, attribute);
        return alias;
    }

    String value(AttributeValue value) {
        String alias = ":v" + values.size();
        values.put(alias, value);
        return alias;
    }

    Map<String, String> names() {
        return names;
    }

    /// DynamoDB refuses an empty map.
    @Nullable
    Map<String, AttributeValue> values() {
        return values.isEmpty() ? null : values;
    }
}
