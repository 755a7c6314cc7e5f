package outdial.workspace;

import java.util.Optional;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;

/// The tenants and what they set up. Reads are strongly consistent.
public interface Workspaces {
    Optional<Workspace> find(WorkspaceId id);

    /// Adds a workspace; false where the id is taken.
    boolean add(Workspace workspace);

    Optional<CallerNumber> callerNumber(WorkspaceId workspace, PhoneNumber phone);

    /// Adds or replaces a caller number together with the limit of its calls at once.
    void put(WorkspaceId workspace, CallerNumber number);

    /// The caller numbers of a workspace, in the order of their digits.
    Page<CallerNumber> callerNumbers(WorkspaceId workspace, PageRequest page);

    Optional<ApiKey> key(WorkspaceId workspace, String keyId);

    /// All keys of a workspace, revoked ones too, in the order of their ids.
    Page<ApiKey> keys(WorkspaceId workspace, PageRequest page);

    /// Adds a key, or replaces what is kept of it.
    void put(ApiKey key);
}
