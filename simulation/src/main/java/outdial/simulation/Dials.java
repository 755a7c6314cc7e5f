package outdial.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Closing;
import outdial.call.Outcome;
import outdial.contact.Profile;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;

/// The attempts that are on record and not concluded, and what the network knows of them.
final class Dials {
    private final Map<AttemptId, Dialled> open = new HashMap<>();
    private final Set<AttemptId> asked = new HashSet<>();
    private final Map<AttemptId, Instant> calls = new HashMap<>();
    private final Map<EnrollmentId, Integer> rings = new HashMap<>();
    private long concluded;

    /// `effect` put the attempt on record, of somebody who was known like this then.
    record Dialled(Attempt attempt, Profile profile, long effect) {
        LawRules.Callee callee() {
            return new LawRules.Callee(attempt.campaign(), attempt.route().to(), profile);
        }
    }

    void written(Dialled dialled) {
        open.put(dialled.attempt().id(), dialled);
    }

    Optional<Dialled> of(Attempt attempt) {
        return Optional.ofNullable(open.get(attempt.id()));
    }

    /// False where it was asked for before.
    boolean ask(AttemptId attempt) {
        return asked.add(attempt);
    }

    void call(AttemptId attempt, Instant until) {
        calls.put(attempt, until);
    }

    void hungUp(AttemptId attempt) {
        calls.remove(attempt);
    }

    long concluded() {
        return concluded;
    }

    /// Answers how often the contact's phone rang by now.
    int rang(EnrollmentId contact) {
        return rings.merge(contact, 1, Integer::sum);
    }

    void concluded(Enrollment.Dialing from, Enrollment to, Attempt closed, Instant now) {
        Instant until = calls.get(closed.id());
        if (until != null && until.isAfter(now))
            throw new Violation("a slot is not freed while its call goes on", closed.id(), from.id());
        open.remove(closed.id());
        concluded++;
        checkCount(from, to, closed);
    }

    /// An attempt counts exactly if the phone may have rung.
    private void checkCount(Enrollment.Dialing from, Enrollment to, Attempt closed) {
        int counted = to.who().attempts() - from.who().attempts();
        Closing closing = closed.closing().orElseThrow();
        boolean mayHaveRung = switch (closing.by()) {
            case CARRIER -> closing.outcome().kind() != Outcome.Kind.NOT_RUNG;
            case LEASE -> true;
            case NOT_PLACED -> false;
        };
        if (counted != (mayHaveRung ? 1 : 0))
            throw new Violation(
                    "an attempt counts exactly if the phone may have rung, but " + counted + " was added for "
                            + closing,
                    closed.id(),
                    from.id());
    }
}
