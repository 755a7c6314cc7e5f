package outdial.functions.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        this.batches = new Batches(tables.client());
    }

    @Override
    public NumberRecord find(WorkspaceId workspace, PhoneNumber phone) {
        return batches.get(tables.name("Numbers"), List.of(Keys.number(workspace, phone))).stream()
                .map(row -> NumberItems.read(workspace, phone, row))
                .findFirst()
                .orElseGet(() -> NumberRecord.fresh(workspace, phone));
    }

    @Override
    public Map<PhoneNumber, Instant> busy(WorkspaceId workspace, Collection<PhoneNumber> phones, Instant now) {
        Map<PhoneNumber, Instant> busy = new HashMap<>();
        var keys = phones.stream()
                .distinct()
                .map(phone -> Keys.number(workspace, phone))
                .toList();
        for (Row row : batches.get(tables.name("Numbers"), keys)) {
            Optional<Instant> until =
                    NumberItems.busy(row).map(NumberRecord.Busy::until).filter(now::isBefore);
            String key = row.text("number");
            until.ifPresent(at -> busy.put(new PhoneNumber(key.substring(key.indexOf('+'))), at));
        }
        return busy;
    }

    @Override
    public void free(WorkspaceId workspace, PhoneNumber phone, AttemptId attempt) {
        // False where another attempt has the number, or none: it is not ours to free.
        var _ = item(workspace, phone)
                .remove("busyAttempt", "busyUntil")
                .when("#busyAttempt = ?", Item.text(attempt.value()))
                .written(tables.client());
    }

    @Override
    public void undo(WorkspaceId workspace, PhoneNumber phone, AttemptId attempt, Instant at) {
        free(workspace, phone, attempt);
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
