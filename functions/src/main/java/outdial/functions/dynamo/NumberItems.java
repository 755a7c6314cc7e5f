package outdial.functions.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outdial.call.AttemptId;
import outdial.enrollment.NumberRecord;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Records of numbers as items: `attempts` in epoch milliseconds, and the call the number is in.
final class NumberItems {
    static final String CONVERSATION = "conversationAt";
    static final String REFUSAL = "refusalAt";

    private NumberItems() {}

    static AttributeValue attempts(List<Instant> attempts) {
        return AttributeValue.fromL(
                attempts.stream().map(at -> Item.number(at.toEpochMilli())).toList());
    }

    static NumberRecord read(WorkspaceId workspace, PhoneNumber phone, Row row) {
        return new NumberRecord(
                workspace,
                phone,
                row.numbers("attempts").stream().map(Instant::ofEpochMilli).toList(),
                new NumberRecord.Heard(row.optionalMoment(CONVERSATION), row.optionalMoment(REFUSAL)),
                busy(row),
                row.number("version"));
    }

    static Optional<NumberRecord.Busy> busy(Row row) {
        return row.optional("busyAttempt")
                .map(id -> new NumberRecord.Busy(new AttemptId(id), Instant.ofEpochMilli(row.number("busyUntil"))));
    }

    /// Puts the record of a new attempt in the place of the one it was made from.
    static Change dialled(String table, NumberRecord record) {
        NumberRecord.Busy busy = record.busy().orElseThrow();
        return Change.of(table, Keys.number(record.workspace(), record.phone()))
                .set("attempts", attempts(record.attempts()))
                .set("busyAttempt", busy.attempt().value())
                .set("busyUntil", busy.until().toEpochMilli())
                .set("version", record.version())
                .when(
                        record.version() == 1 ? "attribute_not_exists(#version)" : "#version = ?",
                        record.version() == 1
                                ? new AttributeValue[0]
                                : new AttributeValue[] {Item.number(record.version() - 1)});
    }
}
