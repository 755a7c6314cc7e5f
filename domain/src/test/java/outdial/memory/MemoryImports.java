package outdial.memory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import outdial.imports.Chunk;
import outdial.imports.Import;
import outdial.imports.ImportId;
import outdial.imports.Imports;
import outdial.imports.Tally;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;

public final class MemoryImports implements Imports {
    private final Object lock;
    private final MemoryCampaigns campaigns;
    private final Map<WorkspaceId, Map<String, Import>> imports = new HashMap<>();
    private final Map<ImportId, SortedMap<Integer, Chunk>> chunks = new HashMap<>();
    private final Map<ImportId, Set<Integer>> done = new HashMap<>();

    MemoryImports(Object lock, MemoryCampaigns campaigns) {
        this.lock = lock;
        this.campaigns = campaigns;
    }

    @Override
    public Optional<Import> find(WorkspaceId workspace, ImportId id) {
        synchronized (lock) {
            return Optional.ofNullable(of(workspace).get(id.value()));
        }
    }

    @Override
    public Page<Import> list(WorkspaceId workspace, PageRequest request) {
        synchronized (lock) {
            List<Import> found = of(workspace).values().stream()
                    .sorted(Comparator.comparing(
                                    (Import known) -> known.details().id().value())
                            .reversed())
                    .filter(known -> request.cursor().isEmpty()
                            || known.details()
                                            .id()
                                            .value()
                                            .compareTo(request.cursor().get())
                                    < 0)
                    .toList();
            List<Import> page = found.stream().limit(request.limit()).toList();
            boolean more = found.size() > page.size();
            return new Page<>(
                    page, more ? Optional.of(page.getLast().details().id().value()) : Optional.empty());
        }
    }

    @Override
    public boolean add(Import added) {
        synchronized (lock) {
            return of(added.details().workspace())
                            .putIfAbsent(added.details().id().value(), added)
                    == null;
        }
    }

    @Override
    public boolean change(Import from, Import to) {
        synchronized (lock) {
            boolean same = now(from).filter(from::equals).isPresent();
            if (same) put(to);
            return same;
        }
    }

    @Override
    public void add(ImportId id, Chunk chunk) {
        synchronized (lock) {
            chunksOf(id).putIfAbsent(chunk.number(), chunk);
        }
    }

    @Override
    public boolean begin(Import.Planning from, Import.Importing to) {
        synchronized (lock) {
            boolean allowed = now(from).filter(from::equals).isPresent()
                    && to.details()
                            .campaign()
                            .filter(campaign -> !campaigns.intake(campaign, 1))
                            .isEmpty();
            if (allowed) put(to);
            return allowed;
        }
    }

    @Override
    public List<Integer> openChunks(ImportId id) {
        synchronized (lock) {
            return chunksOf(id).keySet().stream()
                    .filter(number -> !doneOf(id).contains(number))
                    .toList();
        }
    }

    @Override
    public Optional<Chunk> openChunk(ImportId id, int number) {
        synchronized (lock) {
            Chunk chunk = chunksOf(id).get(number);
            if (chunk == null) throw new IllegalStateException("import " + id + " has no chunk " + number);
            return doneOf(id).contains(number) ? Optional.empty() : Optional.of(chunk);
        }
    }

    @Override
    public boolean close(Import.Importing under, Chunk chunk, Tally tally) {
        synchronized (lock) {
            boolean open = now(under).orElse(under) instanceof Import.Importing
                    && doneOf(under.details().id()).add(chunk.number());
            if (open && now(under).orElse(under) instanceof Import.Importing importing) {
                put(new Import.Importing(
                        importing.details(),
                        importing.file(),
                        importing.layout(),
                        importing.extent(),
                        importing.remaining() - 1,
                        importing.tally().plus(tally)));
            }
            return open;
        }
    }

    @Override
    public boolean end(Import.Importing from, Import to) {
        synchronized (lock) {
            boolean same = now(from).orElse(to) instanceof Import.Importing importing
                    && importing.remaining() == from.remaining();
            if (same) {
                put(to);
                to.details().campaign().ifPresent(campaign -> campaigns.intake(campaign, -1));
            }
            return same;
        }
    }

    private Optional<Import> now(Import seen) {
        return find(seen.details().workspace(), seen.details().id());
    }

    private void put(Import changed) {
        of(changed.details().workspace()).put(changed.details().id().value(), changed);
    }

    private Map<String, Import> of(WorkspaceId workspace) {
        return imports.computeIfAbsent(workspace, _ -> new HashMap<>());
    }

    private SortedMap<Integer, Chunk> chunksOf(ImportId id) {
        return chunks.computeIfAbsent(id, _ -> new TreeMap<>());
    }

    private Set<Integer> doneOf(ImportId id) {
        return done.computeIfAbsent(id, _ -> new HashSet<>());
    }
}
