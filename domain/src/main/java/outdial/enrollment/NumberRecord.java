package outdial.enrollment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.call.AttemptId;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;

/// What one number has been through in a workspace, whatever the campaigns: its latest attempts and the call it is
/// in now. `version` rises with each attempt, and when one is undone.
public record NumberRecord(
        WorkspaceId workspace, PhoneNumber phone, List<Instant> attempts, Optional<Busy> busy, long version) {
    /// Enough for the longest cap we know: 7 attempts in 7 days, several times over.
    public static final int MOST_ATTEMPTS_KEPT = 50;

    public NumberRecord {
        attempts = List.copyOf(attempts);
    }

    /// The number is in this call, at the latest until then.
    public record Busy(AttemptId attempt, Instant until) {}

    public static NumberRecord fresh(WorkspaceId workspace, PhoneNumber phone) {
        return new NumberRecord(workspace, phone, List.of(), Optional.empty(), 0);
    }

    /// When the call that the number is in is over at the latest; empty where it is in none at `now`.
    public Optional<Instant> busyUntil(Instant now) {
        return busy.map(Busy::until).filter(until -> until.isAfter(now));
    }

    public NumberRecord dialled(AttemptId attempt, Instant at, Instant until) {
        List<Instant> recent = Stream.concat(attempts.stream(), Stream.of(at)).toList();
        int surplus = Math.max(0, recent.size() - MOST_ATTEMPTS_KEPT);
        return new NumberRecord(
                workspace,
                phone,
                recent.subList(surplus, recent.size()),
                Optional.of(new Busy(attempt, until)),
                version + 1);
    }
}
