package outdial.memory;

import outdial.contract.Ports;
import outdial.dialing.Books;

/// All books of a deployment, kept in memory under one lock: each call of a port is atomic, over all of them.
/// What the parts of one `Memory` share, no other sees.
public final class Memory {
    private final Object lock = new Object();
    private final MemorySlots slots = new MemorySlots(lock);
    private final MemoryPace pace = new MemoryPace(lock);
    private final MemoryWorkspaces workspaces = new MemoryWorkspaces(lock, slots);
    private final MemoryPolicies policies = new MemoryPolicies(lock);
    private final MemoryCircuits circuits = new MemoryCircuits(lock);
    private final MemoryAgents agents = new MemoryAgents(lock);
    private final MemoryCampaigns campaigns = new MemoryCampaigns(lock, slots);
    private final MemoryContacts contacts = new MemoryContacts(lock);
    private final MemoryDoNotCall doNotCall = new MemoryDoNotCall(lock);
    private final MemoryGroups groups = new MemoryGroups(lock);
    private final MemoryNumbers numbers = new MemoryNumbers(lock);
    private final MemoryAttempts attempts = new MemoryAttempts(lock);
    private final MemoryResults results = new MemoryResults(lock);
    private final MemoryEnrollments enrollments =
            new MemoryEnrollments(new Alongside(slots, campaigns, contacts, doNotCall, numbers, attempts), lock);
    private final MemoryImports imports = new MemoryImports(lock, campaigns);
    private final MemoryProgress progress = new MemoryProgress(enrollments);

    public Books books() {
        return new Books(workspaces, policies, campaigns, contacts, doNotCall, groups, enrollments, numbers, attempts);
    }

    public Ports ports() {
        return new Ports(books(), slots, pace, circuits, agents);
    }

    public MemorySlots slots() {
        return slots;
    }

    public MemoryPace pace() {
        return pace;
    }

    public MemoryWorkspaces workspaces() {
        return workspaces;
    }

    public MemoryPolicies policies() {
        return policies;
    }

    public MemoryCircuits circuits() {
        return circuits;
    }

    public MemoryAgents agents() {
        return agents;
    }

    public MemoryCampaigns campaigns() {
        return campaigns;
    }

    public MemoryContacts contacts() {
        return contacts;
    }

    public MemoryDoNotCall doNotCall() {
        return doNotCall;
    }

    public MemoryGroups groups() {
        return groups;
    }

    public MemoryNumbers numbers() {
        return numbers;
    }

    public MemoryAttempts attempts() {
        return attempts;
    }

    public MemoryResults results() {
        return results;
    }

    public MemoryEnrollments enrollments() {
        return enrollments;
    }

    public MemoryImports imports() {
        return imports;
    }

    public MemoryProgress progress() {
        return progress;
    }
}
