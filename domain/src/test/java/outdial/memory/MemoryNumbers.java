package outdial.memory;

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

public final class MemoryNumbers implements Numbers {
    private final Object lock;
    private final Map<Key, NumberRecord> records = new HashMap<>();

    MemoryNumbers(Object lock) {
        this.lock = lock;
    }

    private record Key(WorkspaceId workspace, PhoneNumber phone) {}

    @Override
    public NumberRecord find(WorkspaceId workspace, PhoneNumber phone) {
        synchronized (lock) {
            return Optional.ofNullable(records.get(new Key(workspace, phone)))
                    .orElseGet(() -> NumberRecord.fresh(workspace, phone));
        }
    }

    @Override
    public Map<PhoneNumber, NumberRecord> find(WorkspaceId workspace, Collection<PhoneNumber> phones) {
        synchronized (lock) {
            Map<PhoneNumber, NumberRecord> found = new HashMap<>();
            phones.forEach(phone -> Optional.ofNullable(records.get(new Key(workspace, phone)))
                    .ifPresent(record -> found.put(phone, record)));
            return found;
        }
    }

    @Override
    public void free(WorkspaceId workspace, PhoneNumber phone, AttemptId attempt, NumberRecord.Heard heard) {
        synchronized (lock) {
            NumberRecord record = find(workspace, phone);
            var busy = record.busy().filter(call -> !call.attempt().equals(attempt));
            put(new NumberRecord(
                    workspace, phone, record.attempts(), record.heard().and(heard), busy, record.version()));
        }
    }

    @Override
    public void undo(WorkspaceId workspace, PhoneNumber phone, AttemptId attempt, Instant at) {
        synchronized (lock) {
            free(workspace, phone, attempt, NumberRecord.Heard.NOTHING);
            NumberRecord record = find(workspace, phone);
            List<Instant> attempts = new ArrayList<>(record.attempts());
            if (attempts.remove(at)) {
                put(new NumberRecord(workspace, phone, attempts, record.heard(), record.busy(), record.version() + 1));
            }
        }
    }

    public void put(NumberRecord record) {
        records.put(new Key(record.workspace(), record.phone()), record);
    }
}
