package outdial.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outdial.agent.Agent;
import outdial.agent.Agents;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.AgentId;
import outdial.workspace.WorkspaceId;

public final class MemoryAgents implements Agents {
    private final Object lock;
    private final Map<WorkspaceId, SortedMap<String, Agent>> agents = new HashMap<>();

    MemoryAgents(Object lock) {
        this.lock = lock;
    }

    @Override
    public Optional<Agent> find(WorkspaceId workspace, AgentId id) {
        synchronized (lock) {
            return Optional.ofNullable(of(workspace).get(id.value()));
        }
    }

    @Override
    public Page<Agent> list(WorkspaceId workspace, PageRequest page) {
        synchronized (lock) {
            return Pages.of(of(workspace), page, agent -> true);
        }
    }

    @Override
    public void put(Agent agent) {
        synchronized (lock) {
            of(agent.workspace()).put(agent.id().value(), agent);
        }
    }

    private SortedMap<String, Agent> of(WorkspaceId workspace) {
        return agents.computeIfAbsent(workspace, _ -> new TreeMap<>());
    }
}
