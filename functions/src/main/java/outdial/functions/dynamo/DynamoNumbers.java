package outdial.functions.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outdial.call.AttemptId;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.Numbers;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;

/// `Numbers`: one item per workspace and number; `DynamoEnrollments.dial` writes them.
public final class DynamoNumbers implements Numbers {
    /// Tries of an undo that another call to the number overtakes; the numbers of one person are not dialled in a
    /// crowd.
    private static final int MOST_TRIES = 5;

    private final Tables tables;
    private final Batches batches;

    public DynamoNumbers(Tables tables) {
        this.tables = tables;
        this.batches = new Batches(tables);
    }

    @Override
    public NumberRecord find(WorkspaceId workspace, PhoneNumber phone) {
        return batches.get(tables.name("Numbers"), List.of(Keys.number(workspace, phone))).stream()
                .map(row -> NumberItems.read(workspace, phone, row))
                .findFirst()
                .orElseGet(() -> NumberRecord.fresh(workspace, phone));
    }

    @Override
    public Map<PhoneNumber, NumberRecord> find(WorkspaceId workspace, Collection<PhoneNumber> phones) {
        Map<PhoneNumber, NumberRecord> found = new HashMap<>();
        var keys = phones.stream()
                .distinct()
                .map(phone -> Keys.number(workspace, phone))
                .toList();
        for (Row row : batches.get(tables.name("Numbers"), keys)) {
            String key = row.text("number");
            PhoneNumber phone = new PhoneNumber(key.substring(key.indexOf('+')));
            found.put(phone, NumberItems.read(workspace, phone, row));
        }
        return found;
    }

    @Override
    public void free(WorkspaceId workspace, PhoneNumber phone, AttemptId attempt, NumberRecord.Heard heard) {
        Change freed = freed(workspace, phone, attempt);
        heard.conversation().ifPresent(at -> freed.set(NumberItems.CONVERSATION, at.toEpochMilli()));
        heard.refusal().ifPresent(at -> freed.set(NumberItems.REFUSAL, at.toEpochMilli()));
        if (freed.written(tables.client())) return;
        // Another attempt has the number, or none: it is not ours to free.
        heard.conversation().ifPresent(at -> note(workspace, phone, NumberItems.CONVERSATION, at));
        heard.refusal().ifPresent(at -> note(workspace, phone, NumberItems.REFUSAL, at));
    }

    private Change freed(WorkspaceId workspace, PhoneNumber phone, AttemptId attempt) {
        return item(workspace, phone)
                .remove("busyAttempt", "busyUntil")
                .when("#busyAttempt = ?", Item.text(attempt.value()));
    }

    private void note(WorkspaceId workspace, PhoneNumber phone, String event, Instant at) {
        // False where something later was heard.
        var _ = item(workspace, phone)
                .set(event, at.toEpochMilli())
                .when("attribute_not_exists(#" + event + ") OR #" + event + " < ?", Item.number(at.toEpochMilli()))
                .written(tables.client());
    }

    @Override
    public void undo(WorkspaceId workspace, PhoneNumber phone, AttemptId attempt, Instant at) {
        // False where another attempt has the number, or none.
        var _ = freed(workspace, phone, attempt).written(tables.client());
        for (int attempted = 0; attempted < MOST_TRIES; attempted++) {
            NumberRecord seen = find(workspace, phone);
            List<Instant> attempts = new ArrayList<>(seen.attempts());
            if (!attempts.remove(Instant.ofEpochMilli(at.toEpochMilli()))) return;
            Change without = item(workspace, phone)
                    .set("attempts", NumberItems.attempts(attempts))
                    .set("version", seen.version() + 1)
                    .when("#version = ?", Item.number(seen.version()));
            if (without.written(tables.client())) return;
        }
    }

    private Change item(WorkspaceId workspace, PhoneNumber phone) {
        return Change.of(tables.name("Numbers"), Keys.number(workspace, phone));
    }
}
