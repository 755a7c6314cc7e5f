package outdial.functions.dynamo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import outdial.functions.api.Idempotency;
import outdial.functions.api.Reply;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// `Idempotency`: one item per key. Bodies are packed: the answer to 1,000 contacts is repetitive, and writes
/// are paid by the kilobyte. DynamoDB deletes what is over late, so that its time is looked at as well.
public final class DynamoIdempotency implements Idempotency {
    private final DynamoDbClient client;
    private final String table;

    public DynamoIdempotency(Tables tables) {
        this.client = tables.client();
        this.table = tables.name("Idempotency");
    }

    @Override
    public Claim claim(Submission submission, Instant now) {
        Map<String, AttributeValue> item = key(submission)
                .put("requestHash", submission.requestHash())
                .put("requestId", submission.requestId())
                .put("firstAt", now)
                .put("lockedUntil", now.plus(LOCKED).getEpochSecond())
                .put("expiresAt", now.plus(KEPT).getEpochSecond())
                .map();
        try {
            client.putItem(request -> request.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(#key) OR #expiresAt <= :now")
                    .expressionAttributeNames(Map.of("#key", "key", "#expiresAt", "expiresAt"))
                    .expressionAttributeValues(Map.of(":now", Item.number(now.getEpochSecond())))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Claim.Mine(now);
        } catch (ConditionalCheckFailedException taken) {
            return whose(new Row(taken.item()), submission, now);
        }
    }

    private Claim whose(Row item, Submission submission, Instant now) {
        if (!item.text("requestHash").equals(submission.requestHash())) return new Claim.OtherRequest();
        if (item.has("status")) {
            return new Claim.Answered(
                    new Reply((int) item.number("status"), item.map("headers"), unpack(item.values())));
        }
        boolean died = item.number("lockedUntil") <= now.getEpochSecond();
        return died && takenOver(item, submission, now) ? new Claim.Mine(item.time("firstAt")) : new Claim.Running();
    }

    /// Of several that find it dead at once, one wins.
    private boolean takenOver(Row item, Submission submission, Instant now) {
        return Change.of(table, key(submission).map())
                .set("requestId", submission.requestId())
                .set("lockedUntil", now.plus(LOCKED).getEpochSecond())
                .when("#requestId = ?", Item.text(item.text("requestId")))
                .when("attribute_exists(#lockedUntil)")
                .written(client);
    }

    @Override
    public void keep(Submission submission, Reply reply, Instant now) {
        // False where this request took so long that another one has the key: that one answers.
        var _ = mine(submission)
                .set("status", reply.status())
                .set("headers", Item.map(reply.headers()))
                .set("body", AttributeValue.fromB(pack(reply.body())))
                .set("expiresAt", now.plus(KEPT).getEpochSecond())
                .remove("lockedUntil")
                .written(client);
    }

    @Override
    public void release(Submission submission, Instant now) {
        var _ = mine(submission).set("expiresAt", now.getEpochSecond()).written(client);
    }

    private Change mine(Submission submission) {
        return Change.of(table, key(submission).map()).when("#requestId = ?", Item.text(submission.requestId()));
    }

    private static Item key(Submission submission) {
        return Item.of("key", submission.key());
    }

    private static SdkBytes pack(String body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SdkBytes.fromByteArray(packed.toByteArray());
    }

    private static String unpack(Map<String, AttributeValue> item) {
        byte[] packed = Optional.ofNullable(item.get("body"))
                .orElseThrow(() -> new IllegalStateException("item without body"))
                .b()
                .asByteArray();
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
