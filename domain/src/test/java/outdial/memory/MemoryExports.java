package outdial.memory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outdial.export.Export;
import outdial.export.Exports;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;

public final class MemoryExports implements Exports {
    private final Map<WorkspaceId, SortedMap<String, Export>> rows = new HashMap<>();

    @Override
    public synchronized Optional<Export> find(WorkspaceId workspace, String id) {
        return Optional.ofNullable(of(workspace).get(id));
    }

    @Override
    public synchronized Page<Export> list(WorkspaceId workspace, PageRequest page) {
        List<Export> all = List.copyOf(of(workspace).values());
        int from = page.cursor().map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + page.limit());
        return new Page<>(
                all.subList(from, to), to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
    }

    @Override
    public synchronized boolean add(Export.Writing added) {
        return of(added.details().workspace()).putIfAbsent(added.details().id(), added) == null;
    }

    @Override
    public synchronized boolean change(Export.Unfinished from, Export to) {
        Map<String, Export> own = of(from.details().workspace());
        boolean same =
                own.get(from.details().id()) instanceof Export.Unfinished stored && stored.version() == from.version();
        if (same) own.put(from.details().id(), to);
        return same;
    }

    private SortedMap<String, Export> of(WorkspaceId workspace) {
        return rows.computeIfAbsent(workspace, _ -> new TreeMap<String, Export>(Comparator.reverseOrder()));
    }
}
