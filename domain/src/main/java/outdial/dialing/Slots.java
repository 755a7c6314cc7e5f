package outdial.dialing;

import java.util.List;
import outdial.enrollment.Scope;

/// How many calls each scope is in and may be in. `active` changes only through `Enrollments`.
public interface Slots {
    /// In the order of `scopes`, strongly consistent; a scope that was never limited is left out.
    List<Use> of(List<Scope> scopes);

    /// Sets a scope's limit and leaves its use as it is.
    void limit(Scope scope, int limit);

    record Use(Scope scope, int active, int limit) {
        public int free() {
            return Math.max(0, limit - active);
        }
    }
}
