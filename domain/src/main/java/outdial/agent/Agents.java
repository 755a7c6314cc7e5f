package outdial.agent;

import java.util.Optional;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.AgentId;
import outdial.workspace.WorkspaceId;

/// The voice agents of each workspace.
public interface Agents {
    Optional<Agent> find(WorkspaceId workspace, AgentId id);

    /// The agents of a workspace, in the order of their ids.
    Page<Agent> list(WorkspaceId workspace, PageRequest page);

    void put(Agent agent);
}
