package outdial.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.campaign.RetryRules.Cause;
import outdial.enrollment.EnrollmentId;

/// The calls that each contact has had in each campaign, as the phone network knows them, and what became known of
/// each.
final class PastCalls {
    private final Map<EnrollmentId, List<Past>> contacts = new HashMap<>();
    private final Map<AttemptId, Past> calls = new HashMap<>();
    private final Map<AttemptId, Long> heard = new HashMap<>();
    private final Map<EnrollmentId, Integer> givenUp = new HashMap<>();
    private final Set<AttemptId> assumed = new HashSet<>();
    private final Set<AttemptId> refused = new HashSet<>();

    private boolean keepsRecords;

    record Past(AttemptId attempt, Fate fate, Instant startedAt, Instant endedAt) {}

    void took(Attempt attempt, Fate fate, Instant startedAt, Instant endedAt) {
        Past past = new Past(attempt.id(), fate, startedAt, endedAt);
        calls.put(attempt.id(), past);
        contacts.computeIfAbsent(idOf(attempt), _ -> new ArrayList<>(2)).add(past);
    }

    /// The network said that it cannot call the number at all.
    void refused(AttemptId attempt) {
        refused.add(attempt);
    }

    boolean wasRefused(AttemptId attempt) {
        return refused.contains(attempt);
    }

    /// The report of the call was dealt with when the `effect`-th effect was over.
    void reported(AttemptId attempt, long effect) {
        heard.putIfAbsent(attempt, effect);
    }

    /// Nobody told how it ended, and it was given up.
    void givenUp(Attempt attempt) {
        assumed.add(attempt.id());
        givenUp.merge(idOf(attempt), 1, Integer::sum);
    }

    /// The carrier keeps a record of the call, and it is over.
    boolean isOnRecord(AttemptId attempt, Instant now) {
        return keepsRecords
                && call(attempt).filter(call -> !call.endedAt().isAfter(now)).isPresent();
    }

    void keepRecords() {
        keepsRecords = true;
    }

    Optional<Past> call(AttemptId attempt) {
        return Optional.ofNullable(calls.get(attempt));
    }

    /// The first one first.
    List<Past> of(EnrollmentId contact) {
        return contacts.getOrDefault(contact, List.of());
    }

    boolean wasHeardBefore(Past past, long effect) {
        return heard.getOrDefault(past.attempt(), Long.MAX_VALUE) < effect;
    }

    /// Whether everything about the contact's calls was known before the `effect`-th effect, without a guess.
    boolean isClear(EnrollmentId contact, long effect) {
        return givenUp.getOrDefault(contact, 0) == 0
                && of(contact).stream().allMatch(past -> wasHeardBefore(past, effect));
    }

    /// The attempts that may have rung, also those that were given up and had never become a call.
    int counted(EnrollmentId contact) {
        long rang = of(contact).stream()
                .filter(past -> past.fate().mayHaveRung() && !assumed.contains(past.attempt()))
                .count();
        return (int) rang + givenUp.getOrDefault(contact, 0);
    }

    /// Those of them that ended this way, or may have.
    int counted(EnrollmentId contact, Cause cause) {
        long ended = of(contact).stream()
                .filter(past -> past.fate().cause().equals(Optional.of(cause)))
                .count();
        return (int) ended + (cause == Cause.FAILED ? givenUp.getOrDefault(contact, 0) : 0);
    }

    /// How often in a row, up to the latest call, the network failed before the phone rang.
    int unrung(EnrollmentId contact) {
        int inARow = 0;
        for (Past past : of(contact).reversed()) {
            if (past.fate() != Fate.NOT_RUNG) break;
            inARow++;
        }
        return inARow;
    }

    /// As far as the books can know: they may have had to guess what became of those that were given up.
    int surelyUnrung(EnrollmentId contact) {
        return givenUp.getOrDefault(contact, 0) == 0 ? unrung(contact) : Math.min(1, unrung(contact));
    }

    static EnrollmentId idOf(Attempt attempt) {
        return new EnrollmentId(attempt.campaign().id(), attempt.contact());
    }
}
