package outdial.workspace;

import java.util.Optional;
import outdial.phone.PhoneNumber;

/// The tenants and what they set up. Reads are strongly consistent.
public interface Workspaces {
    Optional<Workspace> find(WorkspaceId id);

    /// Adds a workspace; false where the id is taken.
    boolean add(Workspace workspace);

    Optional<CallerNumber> callerNumber(WorkspaceId workspace, PhoneNumber phone);

    /// Adds or replaces a caller number together with the limit of its calls at once.
    void put(WorkspaceId workspace, CallerNumber number);

    Optional<ApiKey> key(WorkspaceId workspace, String keyId);

    void put(ApiKey key);
}
