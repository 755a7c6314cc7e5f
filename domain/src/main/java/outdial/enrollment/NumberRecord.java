package outdial.enrollment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.call.AttemptId;
import outdial.call.Outcome;
import outdial.phone.PhoneNumber;
import outdial.rules.History;
import outdial.workspace.WorkspaceId;

/// What one number has been through in a workspace, whatever the campaigns: its latest attempts, what was last
/// heard, and the call it is in now. `version` rises with each attempt, and when one is undone.
public record NumberRecord(
        WorkspaceId workspace,
        PhoneNumber phone,
        List<Instant> attempts,
        Heard heard,
        Optional<Busy> busy,
        long version) {
    /// Enough for the longest cap we know: 7 attempts in 7 days, several times over.
    public static final int MOST_ATTEMPTS_KEPT = 50;

    public NumberRecord {
        attempts = List.copyOf(attempts);
    }

    /// When the latest conversation was, and the latest one that ended in a refusal.
    public record Heard(Optional<Instant> conversation, Optional<Instant> refusal) {
        public static final Heard NOTHING = new Heard(Optional.empty(), Optional.empty());

        /// What a call that ended like this at `at` adds to it.
        public static Heard in(Outcome outcome, Instant at) {
            return switch (outcome.kind()) {
                case CONVERSATION ->
                    new Heard(Optional.of(at), Optional.of(at).filter(_ -> outcome == Outcome.NOT_INTERESTED));
                case OPT_OUT -> new Heard(Optional.of(at), Optional.of(at));
                case UNREACHED, FAILURE, DEAD_NUMBER, NOT_RUNG -> NOTHING;
            };
        }

        /// The later of each.
        public Heard and(Heard other) {
            return new Heard(later(conversation, other.conversation), later(refusal, other.refusal));
        }

        private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
            return Stream.of(one, other).flatMap(Optional::stream).max(Instant::compareTo);
        }
    }

    /// The number is in this call, at the latest until then.
    public record Busy(AttemptId attempt, Instant until) {}

    public static NumberRecord fresh(WorkspaceId workspace, PhoneNumber phone) {
        return new NumberRecord(workspace, phone, List.of(), Heard.NOTHING, Optional.empty(), 0);
    }

    /// As the calling rules count it.
    public History history() {
        return new History(attempts, heard.conversation(), heard.refusal());
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
                heard,
                Optional.of(new Busy(attempt, until)),
                version + 1);
    }
}
