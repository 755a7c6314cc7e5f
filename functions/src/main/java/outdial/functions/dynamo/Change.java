package outdial.functions.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// One conditional update of one item, alone or as a part of a transaction. Every attribute name is escaped.
final class Change {
    private final String table;
    private final Map<String, AttributeValue> key;
    private final List<String> sets = new ArrayList<>();
    private final List<String> adds = new ArrayList<>();
    private final List<String> removes = new ArrayList<>();
    private final List<String> deletes = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final Expressions expressions = new Expressions();

    private Change(String table, Map<String, AttributeValue> key) {
        this.table = table;
        this.key = key;
    }

    static Change of(String table, Map<String, AttributeValue> key) {
        return new Change(table, key);
    }

    Change set(String name, AttributeValue value) {
        sets.add(expressions.name(name) + " = " + expressions.value(value));
        return this;
    }

    Change set(String name, String value) {
        return set(name, Item.text(value));
    }

    Change set(String name, long value) {
        return set(name, Item.number(value));
    }

    Change setAll(Map<String, AttributeValue> attributes) {
        attributes.forEach(this::set);
        return this;
    }

    Change setIfAbsent(String name, AttributeValue value) {
        sets.add(expressions.name(name) + " = if_not_exists(" + expressions.name(name) + ", " + expressions.value(value)
                + ")");
        return this;
    }

    Change increase(String name, long by) {
        adds.add(expressions.name(name) + " " + expressions.value(Item.number(by)));
        return this;
    }

    Change addToSet(String name, String... members) {
        adds.add(expressions.name(name) + " " + expressions.value(AttributeValue.fromSs(List.of(members))));
        return this;
    }

    Change removeFromSet(String name, String... members) {
        deletes.add(expressions.name(name) + " " + expressions.value(AttributeValue.fromSs(List.of(members))));
        return this;
    }

    Change remove(String... attributes) {
        for (String attribute : attributes) removes.add(expressions.name(attribute));
        return this;
    }

    /// A condition, as in [Expressions#of]; several must all hold.
    Change when(String condition, AttributeValue... operands) {
        conditions.add("(" + expressions.of(condition, operands) + ")");
        return this;
    }

    TransactWriteItem inTransaction() {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key)
                        .updateExpression(expression())
                        .conditionExpression(condition())
                        .expressionAttributeNames(expressions.names())
                        .expressionAttributeValues(expressions.values()))
                .build();
    }

    /// Only the condition: the item stays as it is.
    TransactWriteItem checkInTransaction() {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table)
                        .key(key)
                        .conditionExpression(condition())
                        .expressionAttributeNames(expressions.names())
                        .expressionAttributeValues(expressions.values()))
                .build();
    }

    /// The item goes, if the condition holds.
    TransactWriteItem deleteInTransaction() {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(key)
                        .conditionExpression(condition())
                        .expressionAttributeNames(expressions.names())
                        .expressionAttributeValues(expressions.values()))
                .build();
    }

    /// The item goes, if the condition holds; answers it as it was, empty where it does not hold.
    Optional<Row> deleted(DynamoDbClient client) {
        try {
            return Optional.of(new Row(client.deleteItem(request -> request.tableName(table)
                            .key(key)
                            .conditionExpression(condition())
                            .expressionAttributeNames(expressions.names())
                            .expressionAttributeValues(expressions.values())
                            .returnValues(ReturnValue.ALL_OLD))
                    .attributes()));
        } catch (ConditionalCheckFailedException refused) {
            return Optional.empty();
        }
    }

    /// Writes it; false where the condition does not hold.
    boolean written(DynamoDbClient client) {
        try {
            client.updateItem(request(ReturnValue.NONE));
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return false;
        }
    }

    /// Writes it and answers the item as it was before; empty where the condition does not hold.
    Optional<Row> replaced(DynamoDbClient client) {
        return answered(client, ReturnValue.ALL_OLD);
    }

    /// Writes it and answers the item as it is then; empty where the condition does not hold.
    Optional<Row> updated(DynamoDbClient client) {
        return answered(client, ReturnValue.ALL_NEW);
    }

    private Optional<Row> answered(DynamoDbClient client, ReturnValue wanted) {
        try {
            return Optional.of(new Row(client.updateItem(request(wanted)).attributes()));
        } catch (ConditionalCheckFailedException refused) {
            return Optional.empty();
        }
    }

    private UpdateItemRequest request(ReturnValue returned) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(key)
                .updateExpression(expression())
                .conditionExpression(condition())
                .expressionAttributeNames(expressions.names())
                .expressionAttributeValues(expressions.values())
                .returnValues(returned)
                .build();
    }

    private String expression() {
        return clause("SET ", sets) + clause(" ADD ", adds) + clause(" REMOVE ", removes) + clause(" DELETE ", deletes);
    }

    private static String clause(String keyword, List<String> parts) {
        return parts.isEmpty() ? "" : keyword + String.join(", ", parts);
    }

    private @Nullable String condition() {
        return conditions.isEmpty() ? null : String.join(" AND ", conditions);
    }
}
