package outdial.functions.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outdial.imports.Chunk;
import outdial.imports.Import;
import outdial.imports.ImportId;
import outdial.imports.Imports;
import outdial.imports.Tally;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;

/// The history of imports in memory, without lists that come in chunks.
final class MemoryImports implements Imports {
    private final Map<ImportId, Import> imports =
            new TreeMap<>(Comparator.comparing(ImportId::value).reversed());

    @Override
    public Optional<Import> find(WorkspaceId workspace, ImportId id) {
        return Optional.ofNullable(imports.get(id)).filter(one -> isOf(workspace, one));
    }

    @Override
    public Page<Import> list(WorkspaceId workspace, PageRequest page) {
        return new Page<>(
                imports.values().stream()
                        .filter(one -> isOf(workspace, one))
                        .limit(page.limit())
                        .toList(),
                Optional.empty());
    }

    private static boolean isOf(WorkspaceId workspace, Import one) {
        return one.details().workspace().equals(workspace);
    }

    @Override
    public boolean add(Import added) {
        return imports.putIfAbsent(added.details().id(), added) == null;
    }

    @Override
    public boolean change(Import from, Import to) {
        return imports.replace(from.details().id(), from, to);
    }

    @Override
    public boolean begin(Import.Planning from, Import.Importing to) {
        return change(from, to);
    }

    @Override
    public boolean end(Import.Importing from, Import to) {
        return change(from, to);
    }

    @Override
    public void add(ImportId id, Chunk chunk) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Integer> openChunks(ImportId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Chunk> openChunk(ImportId id, int number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean close(Import.Importing under, Chunk chunk, Tally tally) {
        throw new UnsupportedOperationException();
    }
}
