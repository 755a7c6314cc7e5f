package outdial.dialing;

import java.util.List;
import outdial.enrollment.Scope;

/// How many calls each scope is counted in, and how a wrong count is put right.
public interface SlotCounts {
    /// Strongly consistent; a scope that was never limited is left out.
    List<Count> counts(List<Scope> scopes);

    /// Puts `held` in the place of what was counted; false, and nothing done, where slots of the scope were
    /// taken or given back since it was seen.
    boolean correct(Count seen, int held);

    /// @param changes rises whenever slots of the scope are taken or given back
    record Count(Scope scope, int active, long changes) {}
}
