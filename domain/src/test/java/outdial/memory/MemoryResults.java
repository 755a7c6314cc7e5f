package outdial.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import outdial.call.LatestResults;
import outdial.call.Outcome;
import outdial.contact.ContactId;
import outdial.workspace.WorkspaceId;

public final class MemoryResults implements LatestResults {
    private final Object lock;
    private final Map<Key, Result> results = new HashMap<>();

    MemoryResults(Object lock) {
        this.lock = lock;
    }

    private record Key(WorkspaceId workspace, ContactId contact) {}

    /// A contact's latest result.
    public record Result(Outcome outcome, Instant at) {}

    @Override
    public void note(WorkspaceId workspace, ContactId contact, Outcome outcome, Instant at) {
        synchronized (lock) {
            results.merge(
                    new Key(workspace, contact),
                    new Result(outcome, at),
                    (there, noted) -> noted.at().isBefore(there.at()) ? there : noted);
        }
    }

    public Optional<Result> of(WorkspaceId workspace, ContactId contact) {
        synchronized (lock) {
            return Optional.ofNullable(results.get(new Key(workspace, contact)));
        }
    }
}
