package outdial.rules;

import java.util.Optional;
import outdial.workspace.Stop;
import outdial.workspace.WorkspaceId;

/// The policy of each workspace, and of the whole deployment.
public interface Policies {
    /// What counts for the workspace now; a stop of the deployment is a stop of every workspace. Strongly consistent.
    Policy of(WorkspaceId workspace);

    /// The workspace's own stop, or none.
    void stop(WorkspaceId workspace, Optional<Stop> stop);

    /// The stop of every workspace of the deployment, or none.
    void stopAll(Optional<Stop> stop);

    /// Puts `to` in the place of `from`; false where they are others by now.
    boolean change(WorkspaceId workspace, Switches from, Switches to);
}
