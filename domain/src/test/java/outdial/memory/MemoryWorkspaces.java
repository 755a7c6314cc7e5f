package outdial.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outdial.enrollment.Scope;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;
import outdial.workspace.ApiKey;
import outdial.workspace.CallerNumber;
import outdial.workspace.Workspace;
import outdial.workspace.WorkspaceId;
import outdial.workspace.Workspaces;

public final class MemoryWorkspaces implements Workspaces {
    private final Object lock;
    private final MemorySlots slots;
    private final Map<WorkspaceId, Workspace> workspaces = new HashMap<>();
    private final Map<WorkspaceId, SortedMap<String, CallerNumber>> numbers = new HashMap<>();
    private final Map<WorkspaceId, SortedMap<String, ApiKey>> keys = new HashMap<>();

    MemoryWorkspaces(Object lock, MemorySlots slots) {
        this.lock = lock;
        this.slots = slots;
    }

    @Override
    public Optional<Workspace> find(WorkspaceId id) {
        synchronized (lock) {
            return Optional.ofNullable(workspaces.get(id));
        }
    }

    @Override
    public boolean add(Workspace workspace) {
        synchronized (lock) {
            return workspaces.putIfAbsent(workspace.id(), workspace) == null;
        }
    }

    @Override
    public Optional<CallerNumber> callerNumber(WorkspaceId workspace, PhoneNumber phone) {
        synchronized (lock) {
            return Optional.ofNullable(of(numbers, workspace).get(phone.e164()));
        }
    }

    @Override
    public void put(WorkspaceId workspace, CallerNumber number) {
        synchronized (lock) {
            of(numbers, workspace).put(number.phone().e164(), number);
            slots.limit(Scope.callerNumber(workspace, number.phone()), number.concurrency());
        }
    }

    @Override
    public Page<CallerNumber> callerNumbers(WorkspaceId workspace, PageRequest page) {
        synchronized (lock) {
            return Pages.of(of(numbers, workspace), page, number -> true);
        }
    }

    @Override
    public Optional<ApiKey> key(WorkspaceId workspace, String keyId) {
        synchronized (lock) {
            return Optional.ofNullable(of(keys, workspace).get(keyId));
        }
    }

    @Override
    public Page<ApiKey> keys(WorkspaceId workspace, PageRequest page) {
        synchronized (lock) {
            return Pages.of(of(keys, workspace), page, key -> true);
        }
    }

    @Override
    public void put(ApiKey key) {
        synchronized (lock) {
            of(keys, key.workspace()).put(key.keyId(), key);
        }
    }

    private static <T> SortedMap<String, T> of(Map<WorkspaceId, SortedMap<String, T>> rows, WorkspaceId workspace) {
        return rows.computeIfAbsent(workspace, _ -> new TreeMap<>());
    }
}
