package outdial.functions.dynamo;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The deployment's tables: a client, and the prefix that all table names start with (`outdial-Contacts`).
public record Tables(DynamoDbClient client, String prefix) {
    String name(String table) {
        return prefix + "-" + table;
    }
}
