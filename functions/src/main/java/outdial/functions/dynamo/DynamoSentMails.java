package outdial.functions.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Which mails were sent, in the table `Idempotency`: a mail is taken, sent, and noted as sent. Whoever took it and
/// died is succeeded after a minute, so that a mail is sent at least once, and twice only if it was sent and not
/// noted.
public final class DynamoSentMails {
    private static final Duration LOCKED = Duration.ofMinutes(1);

    /// As long as a message can wait in a dead-letter queue.
    private static final Duration KEPT = Duration.ofDays(14);

    private final Tables tables;

    public DynamoSentMails(Tables tables) {
        this.tables = tables;
    }

    /// False where the mail was sent, or somebody is about to send it.
    public boolean take(String id, Instant now) {
        try {
            tables.client()
                    .putItem(request -> request.tableName(tables.name("Idempotency"))
                            .item(item(id, now)
                                    .put("lockedUntil", now.plus(LOCKED).getEpochSecond())
                                    .map())
                            .conditionExpression("attribute_not_exists(#key) OR #lockedUntil <= :now")
                            .expressionAttributeNames(Map.of("#key", "key", "#lockedUntil", "lockedUntil"))
                            .expressionAttributeValues(Map.of(":now", Item.number(now.getEpochSecond()))));
            return true;
        } catch (ConditionalCheckFailedException taken) {
            return false;
        }
    }

    public void sent(String id, Instant now) {
        Map<String, AttributeValue> item = item(id, now).map();
        tables.client()
                .putItem(
                        request -> request.tableName(tables.name("Idempotency")).item(item));
    }

    private static Item item(String id, Instant now) {
        return Item.of("key", "mail#" + id).put("expiresAt", now.plus(KEPT).getEpochSecond());
    }
}
