package outdial.donotcall;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;

/// The do-not-call list of each workspace.
public interface DoNotCall {
    /// Adds the entry; channels of an entry that is already there are joined, its first time, source and reason stay.
    void add(DoNotCallEntry entry);

    /// Takes the number off the list; false where it was not on it.
    boolean remove(WorkspaceId workspace, PhoneNumber phone);

    Optional<DoNotCallEntry> find(WorkspaceId workspace, PhoneNumber phone);

    /// Those of `phones` that must not be called, which those that only want no text or mail are not. Strongly
    /// consistent, any number of phones.
    Set<PhoneNumber> among(WorkspaceId workspace, Collection<PhoneNumber> phones);

    Page<DoNotCallEntry> list(WorkspaceId workspace, PageRequest page);
}
