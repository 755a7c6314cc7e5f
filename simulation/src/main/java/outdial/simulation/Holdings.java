package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outdial.dialing.Slots;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Scope;

/// Who holds which slots, counted from the enrollments alone.
///
/// A scope's `active` is the number of contacts that hold it, after every effect, and above its limit nobody
/// may start.
final class Holdings {
    /// What was seen of slots serves for two seconds, and a write may take two.
    static final Duration KNOWN_BY = Duration.ofSeconds(4);

    private final Slots slots;
    private final Map<Scope, Integer> held = new HashMap<>();

    /// Scopes of which slots were handed over above the limit, since when.
    private final Map<Scope, Instant> above = new HashMap<>();

    Holdings(Slots slots) {
        this.slots = slots;
    }

    void holds(Enrollment.Leased enrollment) {
        enrollment.scopes().forEach(scope -> held.merge(scope, 1, Integer::sum));
    }

    void becomes(Enrollment from, Enrollment to) {
        if (from instanceof Enrollment.Leased before)
            before.scopes().forEach(scope -> held.merge(scope, -1, Integer::sum));
        if (to instanceof Enrollment.Leased after) holds(after);
        if (from instanceof Enrollment.Leased before) checkCounts(before.scopes());
    }

    /// After a claim: what was claimed is within the limits.
    void checkLimits(List<Scope> scopes) {
        checkCounts(scopes);
        for (Slots.Use use : slots.of(scopes)) {
            if (use.active() > use.limit()) throw new Violation("active is never above the limit: " + use, use.scope());
        }
    }

    /// Who takes over a slot does not raise the count, but above a limit that was lowered it is given up, once
    /// that is known.
    void checkHandedOver(List<Scope> scopes, Instant now) {
        for (Slots.Use use : slots.of(scopes)) {
            if (use.active() <= use.limit()) above.remove(use.scope());
            else if (above.computeIfAbsent(use.scope(), _ -> now).plus(KNOWN_BY).isBefore(now))
                throw new Violation("above its limit nobody takes over a slot: " + use, use.scope());
        }
    }

    private void checkCounts(List<Scope> scopes) {
        List<Scope> underWay =
                scopes.stream().filter(scope -> !scope.countsStarts()).toList();
        for (Slots.Use use : slots.of(underWay)) {
            int counted = held.getOrDefault(use.scope(), 0);
            if (counted != use.active())
                throw new Violation("a scope's active is who holds it, but " + counted + " hold " + use, use.scope());
        }
    }

    int of(Scope scope) {
        return held.getOrDefault(scope, 0);
    }
}
