package outdial.imports;

import java.util.List;
import java.util.Optional;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;

/// The history of all imports, and the chunks of those under way. Reads are strongly consistent. Each change
/// succeeds only while the import is still what the caller saw; false says that it is not.
public interface Imports {
    Optional<Import> find(WorkspaceId workspace, ImportId id);

    /// An import as it is now, whatever it was when it was last seen.
    ///
    /// @throws IllegalStateException it is gone
    default Import now(Details details) {
        return find(details.workspace(), details.id())
                .orElseThrow(() -> new IllegalStateException("import " + details.id() + " is gone"));
    }

    /// The newest first.
    Page<Import> list(WorkspaceId workspace, PageRequest page);

    /// False where an import has this id already.
    boolean add(Import added);

    /// Of an import whose chunks nobody reads.
    boolean change(Import from, Import to);

    /// Adds a chunk, unless it is there.
    void add(ImportId id, Chunk chunk);

    /// From here on the import counts in its campaign's intake, in the same write. False also where the campaign is
    /// gone, or takes no more contacts.
    boolean begin(Import from, Import.Importing to);

    /// The chunks that are not done in this pass, by number.
    List<Integer> openChunks(ImportId id, Import.Pass pass);

    /// Empty where the chunk is done in this pass.
    ///
    /// @throws IllegalStateException there never was such a chunk
    Optional<Chunk> openChunk(ImportId id, int number, Import.Pass pass);

    /// The chunk is done in this pass and its rows are counted, in one write; false where it was done before,
    /// or the import is no longer in this pass.
    boolean close(Import.Reading under, Chunk chunk, Tally tally);

    /// The chunk is undone, but for the people of `kept` rows; false as above.
    boolean close(Import.Undoing under, Chunk chunk, long kept);

    /// The pass ends with no chunk closed since it was seen; who was importing leaves the campaign's intake in
    /// the same write.
    boolean end(Import.Reading from, Import to);
}
