package outdial.agent;

import java.util.Optional;
import outdial.workspace.AgentId;
import outdial.workspace.WorkspaceId;

/// The voice agents of each workspace.
public interface Agents {
    Optional<Agent> find(WorkspaceId workspace, AgentId id);

    void put(Agent agent);
}
