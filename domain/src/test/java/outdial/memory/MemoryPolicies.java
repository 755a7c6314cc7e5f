package outdial.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import outdial.rules.Policies;
import outdial.rules.Policy;
import outdial.rules.Switches;
import outdial.workspace.Stop;
import outdial.workspace.WorkspaceId;

public final class MemoryPolicies implements Policies {
    private final Object lock;
    private final Map<WorkspaceId, Policy> policies = new HashMap<>();
    private Optional<Stop> deployment = Optional.empty();

    MemoryPolicies(Object lock) {
        this.lock = lock;
    }

    @Override
    public Policy of(WorkspaceId workspace) {
        synchronized (lock) {
            Policy own = own(workspace);
            return new Policy(deployment.or(own::stop), own.switches());
        }
    }

    @Override
    public void stop(WorkspaceId workspace, Optional<Stop> stop) {
        synchronized (lock) {
            policies.put(workspace, new Policy(stop, own(workspace).switches()));
        }
    }

    @Override
    public void stopAll(Optional<Stop> stop) {
        synchronized (lock) {
            deployment = stop;
        }
    }

    @Override
    public boolean change(WorkspaceId workspace, Switches from, Switches to) {
        synchronized (lock) {
            Policy own = own(workspace);
            if (!own.switches().equals(from)) return false;
            policies.put(workspace, new Policy(own.stop(), to));
            return true;
        }
    }

    private Policy own(WorkspaceId workspace) {
        return policies.getOrDefault(workspace, Policy.USUAL);
    }
}
