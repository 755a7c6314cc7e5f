package outdial.local.aws.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The rights that requests to DynamoDB need. Batches of GetItem and PutItem are actions of their own; a transaction
/// needs what each of its items needs, and so does a PartiQL statement.
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
final class DynamoRights {
    private static final Pattern STATEMENT = Pattern.compile(
            "\\s*(?:(INSERT)\\s+INTO|(UPDATE)|(DELETE)\\s+FROM|(SELECT)\\s.*?\\sFROM)\\s+"
                    + "\"?([\\w.-]+?)\"?(?:\\.\"([\\w.-]+)\")?(?:\\s.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private DynamoRights() {}

    static List<Right> of(Asked asked) {
        JsonNode body = asked.body();
        Stream<Right> rights = switch (asked.operation()) {
            case "BatchGetItem", "BatchWriteItem" ->
                body.path("RequestItems").properties().stream().map(table -> right(asked.operation(), table.getKey()));
            case "TransactGetItems", "TransactWriteItems" ->
                items(body, "TransactItems")
                        .flatMap(item -> item.properties().stream())
                        .map(entry -> right(
                                entry.getKey() + "Item",
                                entry.getValue().path("TableName").asText()));
            case "ExecuteStatement" -> Stream.of(statement(body));
            case "BatchExecuteStatement" -> items(body, "Statements").map(DynamoRights::statement);
            case "ExecuteTransaction" -> items(body, "TransactStatements").map(DynamoRights::statement);
            default -> Stream.of(right(asked.operation(), asked.text("TableName"), asked.text("IndexName")));
        };
        return rights.distinct().toList();
    }

    private static Right statement(JsonNode request) {
        String text = request.path("Statement").asText();
        Matcher statement = STATEMENT.matcher(text);
        if (!statement.matches()) {
            throw new IllegalArgumentException("the local cloud does not know what rights this needs: " + text);
        }
        String verb = Stream.of(1, 2, 3, 4)
                .map(statement::group)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow();
        String action = "PartiQL" + verb.substring(0, 1).toUpperCase(Locale.ROOT)
                + verb.substring(1).toLowerCase(Locale.ROOT);
        String index = statement.group(6);
        return right(action, statement.group(5), index == null ? "" : index);
    }

    private static Right right(String operation, String table) {
        return right(operation, table, "");
    }

    private static Right right(String operation, String table, String index) {
        String arn = Arns.table(table);
        return new Right("dynamodb:" + operation, index.isEmpty() ? arn : arn + "/index/" + index);
    }

    private static Stream<JsonNode> items(JsonNode body, String name) {
        return StreamSupport.stream(body.path(name).spliterator(), false);
    }
}
