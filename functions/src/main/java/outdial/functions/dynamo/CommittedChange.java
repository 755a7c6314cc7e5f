package outdial.functions.dynamo;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outdial.donotcall.DoNotCallEntry;
import outdial.event.Event;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.core.SdkBytes;

/// A record of a table's stream, read as what happened. Streams of `Imports`, `Calls`, `DoNotCall` and
/// `Campaigns` are understood.
public final class CommittedChange {
    private static final String CHUNK = "chunk#";

    private CommittedChange() {}

    /// The table that a stream's ARN (`…:table/PREFIX-Calls/stream/…`) is of, without its prefix.
    public static String table(DynamodbStreamRecord record) {
        String table = record.getEventSourceARN().split("/", -1)[1];
        return table.substring(table.lastIndexOf('-') + 1);
    }

    /// Empty where the change is none that anybody is told of.
    ///
    /// @throws IllegalArgumentException the record is of another table
    public static Optional<Event> event(DynamodbStreamRecord record) {
        StreamRecord change = record.getDynamodb();
        Optional<Row> before = row(change.getOldImage());
        return row(change.getNewImage()).flatMap(after -> switch (table(record)) {
            case "Imports" ->
                isChunk(after)
                        ? Optional.empty()
                        : Event.ofImport(before.map(ImportItems::read), ImportItems.read(after));
            case "Calls" -> Event.ofAttempt(before.map(AttemptItems::read), AttemptItems.read(after));
            case "DoNotCall" -> Event.ofEntry(before.map(CommittedChange::entry), entry(after));
            case "Campaigns" -> Event.ofCampaign(before.map(CampaignItems::read), CampaignItems.read(after));
            default -> throw new IllegalArgumentException("nobody is told of changes of " + table(record));
        });
    }

    private static boolean isChunk(Row row) {
        return row.text("item").startsWith(CHUNK);
    }

    /// The workspace of an entry is in its bucket, `<workspace>#<n>`.
    private static DoNotCallEntry entry(Row row) {
        String bucket = row.text("bucket");
        return DynamoDoNotCall.read(new WorkspaceId(bucket.substring(0, bucket.lastIndexOf('#'))), row);
    }

    private static Optional<Row> row(@Nullable Map<String, AttributeValue> image) {
        return Optional.ofNullable(image)
                .filter(attributes -> !attributes.isEmpty())
                .map(attributes -> new Row(values(attributes)));
    }

    private static Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> values(
            Map<String, AttributeValue> image) {
        Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> values = new HashMap<>();
        image.forEach((name, value) -> values.put(name, value(value)));
        return values;
    }

    /// Lambda's class for the same thing as the SDK's; exactly one of its fields is set.
    private static software.amazon.awssdk.services.dynamodb.model.AttributeValue value(AttributeValue value) {
        var builder = software.amazon.awssdk.services.dynamodb.model.AttributeValue.builder();
        if (value.getS() != null) return builder.s(value.getS()).build();
        if (value.getN() != null) return builder.n(value.getN()).build();
        if (value.getM() != null) return builder.m(values(value.getM())).build();
        if (value.getSS() != null) return builder.ss(value.getSS()).build();
        if (value.getNS() != null) return builder.ns(value.getNS()).build();
        if (value.getBOOL() != null) return builder.bool(value.getBOOL()).build();
        if (value.getB() != null)
            return builder.b(SdkBytes.fromByteBuffer(value.getB())).build();
        if (value.getL() != null) {
            List<software.amazon.awssdk.services.dynamodb.model.AttributeValue> list =
                    value.getL().stream().map(CommittedChange::value).toList();
            return builder.l(list).build();
        }
        return builder.nul(true).build();
    }
}
