package outdial.functions.dynamo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    // Few: names of attributes are the same for all items of a kind, but for those that some do not have.
    private final Map<Form, String> texts = new ConcurrentHashMap<>();

    BatchInserts(Tables tables, Parallel parallel) {
        this.tables = tables;
        this.parallel = parallel;
    }

    enum Inserted {
        INSERTED,
        DUPLICATE
    }

    /// Answers, in the order of the things, whether each was written or its key was taken. No two items may
    /// have the same key: DynamoDB refuses such a request as a whole.
    ///
    /// @param table without the prefix, such as `Contacts`
    /// @param itemOf asked when a thing's request is about to be sent: the items of a thousand things at once
    /// would outlive the next collections of garbage, and copying them costs more than making them
    /// @throws IllegalStateException an item is malformed, or throttling did not end
    <T> List<Inserted> insert(String table, List<T> things, Function<T, Map<String, AttributeValue>> itemOf) {
        return parallel
                .map(
                        Slices.of(things, STATEMENTS),
                        slice -> insert(slice.stream()
                                .map(thing -> statement(tables.name(table), itemOf.apply(thing)))
                                .toList()))
                .stream()
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

    private BatchStatementRequest statement(String table, Map<String, AttributeValue> item) {
        return BatchStatementRequest.builder()
                .statement(texts.computeIfAbsent(new Form(table, List.copyOf(item.keySet())), Form::text))
                .parameters(List.copyOf(item.values()))
                .build();
    }

    private record Form(String table, List<String> names) {
        String text() {
            return names.stream()
                    .map(name -> "'" + name.replace("'", "''") + "':?")
                    .collect(Collectors.joining(",", "INSERT INTO \"" + table + "\" VALUE {", "}"));
        }
    }
}
