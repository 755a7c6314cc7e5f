package outdial.functions.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.functions.chime.CallDetail;
import outdial.functions.chime.CallDetails;
import outdial.phone.PhoneNumber;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// `CallDetails` in the table `Idempotency`, one item to a pair of numbers.
public final class DynamoCallDetails implements CallDetails {
    /// Longer than any lease, and than a dead letter takes to be noticed.
    private static final Duration KEPT = Duration.ofDays(1);

    private final Tables tables;
    private final String table;

    public DynamoCallDetails(Tables tables) {
        this.tables = tables;
        this.table = tables.name("Idempotency");
    }

    @Override
    public void note(CallDetail detail) {
        AttributeValue startedAt = Item.number(detail.startedAt().getEpochSecond());
        AttributeValue transactionId = Item.text(detail.transactionId());
        AttributeValue billed = Item.number(detail.billedSeconds());
        // False where a later call, or all of this one, is there.
        var _ = Change.of(table, key(detail.from(), detail.to()))
                .set("startedAt", startedAt)
                .set("transactionId", transactionId)
                .set("billedSeconds", billed)
                .set("expiresAt", detail.startedAt().plus(KEPT).getEpochSecond())
                .when(
                        "attribute_not_exists(#startedAt) OR #startedAt < ? OR (#transactionId = ? AND #billedSeconds < ?)",
                        startedAt,
                        transactionId,
                        billed)
                .written(tables.client());
    }

    @Override
    public Optional<CallDetail> latest(PhoneNumber from, PhoneNumber to) {
        return new Batches(tables)
                .get(table, List.of(key(from, to))).stream()
                        .map(row -> new CallDetail(
                                row.text("transactionId"),
                                from,
                                to,
                                Instant.ofEpochSecond(row.number("startedAt")),
                                row.number("billedSeconds")))
                        .findFirst();
    }

    private static Map<String, AttributeValue> key(PhoneNumber from, PhoneNumber to) {
        return Item.of("key", "call-detail#" + from.e164() + "#" + to.e164()).map();
    }
}
