package outdial.dialing;

import java.time.Instant;
import java.util.List;
import outdial.enrollment.Scope;

/// How many calls each scope is counted in, and how a wrong count is put right.
public interface SlotCounts {
    /// Strongly consistent; a scope that was never limited is left out.
    List<Count> counts(List<Scope> scopes);

    /// Has every change of the scope counted until then, so that a count which does not change is one of a scope in
    /// which nothing moves.
    void watch(Scope scope, Instant until);

    /// Puts `held` in the place of what was counted; false, and nothing done, where slots of the scope were
    /// taken or given back since it was seen.
    boolean correct(Count seen, int held);

    /// @param changes rises whenever slots of the scope are taken or given back, but not where one call hands
    /// them to the next, unless the scope is watched
    record Count(Scope scope, int active, long changes) {}
}
