package outdial.functions.dynamo;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// A question to one partition of a table or index, with expressions as in [Expressions#of].
final class Query {
    private final QueryRequest.Builder request = QueryRequest.builder();
    private final Expressions expressions = new Expressions();
    private String keys;

    private Query(String table, String partitionKey, String partition) {
        this.request.tableName(table);
        this.keys = expressions.of("#" + partitionKey + " = ?", Item.text(partition));
    }

    static Query of(String table, String partitionKey, String partition) {
        return new Query(table, partitionKey, partition);
    }

    Query in(String index) {
        request.indexName(index);
        return this;
    }

    Query where(String sortKeyCondition, AttributeValue... operands) {
        keys += " AND " + expressions.of(sortKeyCondition, operands);
        return this;
    }

    /// Of what is read, only this is answered.
    Query only(String filter, AttributeValue... operands) {
        request.filterExpression(expressions.of(filter, operands));
        return this;
    }

    Query atMost(int items) {
        request.limit(items);
        return this;
    }

    Query latestFirst() {
        request.scanIndexForward(false);
        return this;
    }

    Query consistently() {
        return consistently(true);
    }

    Query consistently(boolean consistent) {
        request.consistentRead(consistent);
        return this;
    }

    QueryRequest request() {
        return request.keyConditionExpression(keys)
                .expressionAttributeNames(expressions.names())
                .expressionAttributeValues(expressions.values())
                .build();
    }
}
