package outdial.functions.dynamo;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The deployment's tables: a client, the prefix that all table names start with (`outdial-Contacts`), and whether
/// items are read strongly consistent, or at half the price and perhaps out of date.
public record Tables(DynamoDbClient client, String prefix, boolean consistent) {
    public Tables(DynamoDbClient client, String prefix) {
        this(client, prefix, true);
    }

    /// The same tables, at a glance.
    public Tables atAGlance() {
        return new Tables(client, prefix, false);
    }

    String name(String table) {
        return prefix + "-" + table;
    }
}
