package outdial.memory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
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
    private final Map<ImportId, Map<Integer, Import.Pass>> done = new HashMap<>();

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
    public boolean begin(Import from, Import.Importing to) {
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
    public List<Integer> openChunks(ImportId id, Import.Pass pass) {
        synchronized (lock) {
            return chunksOf(id).keySet().stream()
                    .filter(number -> isOpen(id, number, pass))
                    .toList();
        }
    }

    @Override
    public Optional<Chunk> openChunk(ImportId id, int number, Import.Pass pass) {
        synchronized (lock) {
            Chunk chunk = chunksOf(id).get(number);
            if (chunk == null) throw new IllegalStateException("import " + id + " has no chunk " + number);
            return isOpen(id, number, pass) ? Optional.of(chunk) : Optional.empty();
        }
    }

    private boolean isOpen(ImportId id, int number, Import.Pass pass) {
        return Optional.ofNullable(doneOf(id).get(number))
                .filter(done -> done.compareTo(pass) >= 0)
                .isEmpty();
    }

    @Override
    public boolean close(Import.Reading under, Chunk chunk, Tally tally) {
        return close(under, chunk, now -> switch (now) {
            case Import.Previewing previewing ->
                new Import.Previewing(
                        previewing.details(),
                        previewing.file(),
                        previewing.plan(),
                        previewing.remaining() - 1,
                        previewing.tally().plus(tally));
            case Import.Importing importing ->
                new Import.Importing(
                        importing.details(),
                        importing.file(),
                        importing.plan(),
                        importing.remaining() - 1,
                        importing.tally().plus(tally));
            case Import.Undoing undoing -> undoing;
        });
    }

    @Override
    public boolean close(Import.Undoing under, Chunk chunk, long kept) {
        return close(
                under,
                chunk,
                now -> now instanceof Import.Undoing undoing
                        ? new Import.Undoing(
                                undoing.details(),
                                undoing.file(),
                                undoing.plan(),
                                undoing.remaining() - 1,
                                undoing.tally(),
                                undoing.kept() + kept)
                        : now);
    }

    private boolean close(Import.Reading under, Chunk chunk, UnaryOperator<Import.Reading> counted) {
        synchronized (lock) {
            ImportId id = under.details().id();
            if (!(now(under).orElse(under) instanceof Import.Reading now)) return false;
            if (now.pass() != under.pass() || !isOpen(id, chunk.number(), under.pass())) return false;
            doneOf(id).put(chunk.number(), under.pass());
            put(counted.apply(now));
            return true;
        }
    }

    @Override
    public boolean end(Import.Reading from, Import to) {
        synchronized (lock) {
            boolean same = now(from).orElse(to) instanceof Import.Reading now
                    && now.pass() == from.pass()
                    && now.remaining() == from.remaining();
            if (!same) return false;
            put(to);
            if (from.pass() == Import.Pass.IMPORT) {
                to.details().campaign().ifPresent(campaign -> campaigns.intake(campaign, -1));
            }
            return true;
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

    private Map<Integer, Import.Pass> doneOf(ImportId id) {
        return done.computeIfAbsent(id, _ -> new HashMap<>());
    }
}
