package outdial.functions.dynamo;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Writes transactions. A condition that does not hold is an answer; a conflict with another transaction or a
/// throttle is tried again, because it says nothing about the conditions.
final class Transactions {
    private static final Set<String> PASSING =
            Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final DynamoDbClient client;

    Transactions(DynamoDbClient client) {
        this.client = client;
    }

    /// Whether the transaction was written, or which of its items (by position) stood in the way.
    sealed interface Result {
        record Written() implements Result {}

        record Refused(List<Integer> items) implements Result {
            boolean names(int item) {
                return items.contains(item);
            }
        }
    }

    boolean written(TransactWriteItem... items) {
        return write(List.of(items)) instanceof Result.Written;
    }

    /// @throws TransactionCanceledException conflicts did not end, or an item is malformed
    Result write(List<TransactWriteItem> items) {
        for (int attempt = 1; ; attempt++) {
            try {
                client.transactWriteItems(request -> request.transactItems(items));
                return new Result.Written();
            } catch (TransactionCanceledException cancelled) {
                List<Integer> refused = refused(cancelled.cancellationReasons());
                if (!refused.isEmpty()) return new Result.Refused(refused);
                if (attempt == Backoff.MOST_TRIES || !passes(cancelled)) throw cancelled;
                Backoff.afterTry(attempt, "a transaction");
            }
        }
    }

    private static List<Integer> refused(List<CancellationReason> reasons) {
        return IntStream.range(0, reasons.size())
                .filter(item ->
                        "ConditionalCheckFailed".equals(reasons.get(item).code()))
                .boxed()
                .toList();
    }

    private static boolean passes(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream().allMatch(reason -> PASSING.contains(reason.code()));
    }
}
