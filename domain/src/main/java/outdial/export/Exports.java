package outdial.export;

import java.time.Duration;
import java.util.Optional;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;

/// The history of all exports. Reads are strongly consistent.
public interface Exports {
    /// Files are personal data and go after this time; the bucket's lifecycle rule says the same.
    Duration KEPT = Duration.ofDays(7);

    Optional<Export> find(WorkspaceId workspace, String id);

    /// The newest first.
    Page<Export> list(WorkspaceId workspace, PageRequest page);

    /// False where the id is taken.
    boolean add(Export.Writing added);

    /// Puts `to` in the place of `from`, as long as that has its version still; false when it has not.
    boolean change(Export.Unfinished from, Export to);
}
