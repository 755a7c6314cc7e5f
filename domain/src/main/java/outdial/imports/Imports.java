package outdial.imports;

import java.util.List;
import java.util.Optional;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;

/// The history of all imports, and the chunks of those under way. Reads are strongly consistent. Each change succeeds
/// only while the import is still what the caller saw; false says that it is not.
public interface Imports {
    Optional<Import> find(WorkspaceId workspace, ImportId id);

    /// The newest first.
    Page<Import> list(WorkspaceId workspace, PageRequest page);

    /// False where an import has this id already.
    boolean add(Import added);

    /// Of an import that has not begun.
    boolean change(Import from, Import to);

    /// Adds a chunk, unless it is there.
    void add(ImportId id, Chunk chunk);

    /// From here on the import counts in its campaign's intake, in the same write. False also where the campaign is
    /// gone, or takes no more contacts.
    boolean begin(Import.Planning from, Import.Importing to);

    /// The chunks that are not done, by number.
    List<Integer> openChunks(ImportId id);

    /// Empty where the chunk is done.
    ///
    /// @throws IllegalStateException there never was such a chunk
    Optional<Chunk> openChunk(ImportId id, int number);

    /// The chunk is done and its rows are counted, in one write; false where it was done before, or the import is no
    /// longer under way.
    boolean close(Import.Importing under, Chunk chunk, Tally tally);

    /// The import ends, completed or failed, and leaves its campaign's intake, in one write.
    boolean end(Import.Importing from, Import to);
}
