package outdial.memory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.AuditEntry;
import outdial.workspace.AuditTrail;
import outdial.workspace.WorkspaceId;

public final class MemoryAuditTrail implements AuditTrail {
    private final Map<WorkspaceId, SortedMap<String, AuditEntry>> entries = new HashMap<>();

    @Override
    public synchronized void add(WorkspaceId workspace, AuditEntry entry) {
        entries.computeIfAbsent(workspace, _ -> new TreeMap<>(Comparator.reverseOrder()))
                .put(entry.at().toEpochMilli() + "#" + entry.id(), entry);
    }

    @Override
    public synchronized Page<AuditEntry> list(WorkspaceId workspace, PageRequest page) {
        List<AuditEntry> all =
                List.copyOf(entries.getOrDefault(workspace, new TreeMap<>()).values());
        int from = page.cursor().map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + page.limit());
        return new Page<>(
                all.subList(from, to), to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
    }
}
