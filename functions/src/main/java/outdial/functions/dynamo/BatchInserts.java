package outdial.functions.dynamo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;

/// Writes new items 25 to a request with PartiQL `INSERT`: each on the condition that its key is free, each at one
/// write unit. Statements fail one by one; those that were throttled, or met another write, are tried again.
///
/// An item answered DUPLICATE may be one that this very call wrote: a reply can be lost after the write, and the
/// request is then repeated. Whoever must know reads back whose item it is.
final class BatchInserts {
    /// DynamoDB's limit for BatchExecuteStatement.
    private static final int STATEMENTS = 25;

    private static final Set<BatchStatementErrorCodeEnum> PASSING = EnumSet.of(
            BatchStatementErrorCodeEnum.PROVISIONED_THROUGHPUT_EXCEEDED,
            BatchStatementErrorCodeEnum.THROTTLING_ERROR,
            BatchStatementErrorCodeEnum.REQUEST_LIMIT_EXCEEDED,
            BatchStatementErrorCodeEnum.TRANSACTION_CONFLICT,
            BatchStatementErrorCodeEnum.INTERNAL_SERVER_ERROR);

    private final Tables tables;
    private final Parallel parallel;

    BatchInserts(Tables tables, Parallel parallel) {
        this.tables = tables;
        this.parallel = parallel;
    }

    enum Inserted {
        INSERTED,
        DUPLICATE
    }

    /// Answers, in the order of the items, whether each was written or its key was taken. No two items may have the
    /// same key: DynamoDB refuses such a request as a whole.
    ///
    /// @param table without the prefix, such as `Contacts`
    /// @throws IllegalStateException an item is malformed, or throttling did not end
    List<Inserted> insert(String table, List<Map<String, AttributeValue>> items) {
        List<BatchStatementRequest> statements =
                items.stream().map(item -> statement(tables.name(table), item)).toList();
        return parallel.map(Slices.of(statements, STATEMENTS), this::insert).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Inserted> insert(List<BatchStatementRequest> statements) {
        List<Inserted> answers = new ArrayList<>(Collections.nCopies(statements.size(), Inserted.INSERTED));
        List<Integer> open = IntStream.range(0, statements.size()).boxed().toList();
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            open = execute(statements, open, answers, attempt);
        }
        return answers;
    }

    /// Notes the answers and returns the positions to try again.
    private List<Integer> execute(
            List<BatchStatementRequest> statements, List<Integer> open, List<Inserted> answers, int attempt) {
        List<BatchStatementResponse> responses = tables.client()
                .batchExecuteStatement(request ->
                        request.statements(open.stream().map(statements::get).toList()))
                .responses();
        List<Integer> again = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            var error = responses.get(i).error();
            if (error == null) continue;
            if (error.code() == BatchStatementErrorCodeEnum.DUPLICATE_ITEM) {
                answers.set(open.get(i), Inserted.DUPLICATE);
            } else if (PASSING.contains(error.code())) {
                again.add(open.get(i));
            } else {
                throw new IllegalStateException("insert refused: " + error.codeAsString() + " " + error.message());
            }
        }
        if (!again.isEmpty()) Backoff.afterTry(attempt, "a batch of inserts");
        return again;
    }

    private static BatchStatementRequest statement(String table, Map<String, AttributeValue> item) {
        StringBuilder text = new StringBuilder("INSERT INTO \"").append(table).append("\" VALUE {");
        String separator = "";
        for (String name : item.keySet()) {
            text.append(separator).append('\'').append(name.replace("'", "''")).append("':?");
            separator = ",";
        }
        return BatchStatementRequest.builder()
                .statement(text.append('}').toString())
                .parameters(List.copyOf(item.values()))
                .build();
    }
}
