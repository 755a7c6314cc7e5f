package outdial.dialing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import outdial.campaign.CampaignRef;
import outdial.enrollment.Scope;

/// How many calls each scope is in and may be in. `active` changes only through `Enrollments`.
public interface Slots {
    /// In the order of `scopes`, strongly consistent; a scope that was never limited is left out.
    List<Use> of(List<Scope> scopes);

    /// Sets a scope's limit and leaves its use as it is.
    void limit(Scope scope, int limit);

    /// Notes that the campaign would start calls for which the scope has no slot.
    void await(Scope scope, CampaignRef campaign, Mark mark);

    /// The campaign does not wait for the scope.
    void leave(Scope scope, CampaignRef campaign);

    /// A campaign waits since then; who does not say so again until `until` waits no more.
    record Mark(Instant since, Instant until) {}

    /// `waiting` are the campaigns that want more of the scope than they have. Until `recountUntil` a slot that
    /// comes free is counted as free, and not handed over uncounted.
    record Use(Scope scope, int active, int limit, Map<CampaignRef, Mark> waiting, Instant recountUntil) {
        public Use {
            waiting = Map.copyOf(waiting);
        }

        public Use(Scope scope, int active, int limit) {
            this(scope, active, limit, Map.of());
        }

        public Use(Scope scope, int active, int limit, Map<CampaignRef, Mark> waiting) {
            this(scope, active, limit, waiting, Instant.EPOCH);
        }

        Use with(int calls) {
            return new Use(scope, calls, limit, waiting, recountUntil);
        }

        public int free() {
            return Math.max(0, limit - active);
        }
    }
}
