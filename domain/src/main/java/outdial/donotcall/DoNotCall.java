package outdial.donotcall;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;

/// The do-not-call list of each workspace.
public interface DoNotCall {
    /// Adds the entry; channels of an entry that is already there are joined, its first time, source and reason
    /// stay.
    void add(DoNotCallEntry entry);

    /// Adds many, and answers in their order. No two may be of the same number, and all must be of one
    /// workspace. May be repeated: a listing finds what it did before.
    List<Listed> enter(List<Listing> listings);

    /// What became of a listing.
    enum Listed {
        /// It is on the list, or has more channels there, by this listing; perhaps by an earlier run of it.
        ADDED,
        /// Was on the list for all these channels before.
        THERE_BEFORE
    }

    /// Takes the number off the list; false where it was not on it.
    boolean remove(WorkspaceId workspace, PhoneNumber phone);

    Optional<DoNotCallEntry> find(WorkspaceId workspace, PhoneNumber phone);

    /// The entries of those of `phones` that are on the list. Strongly consistent, any number of phones.
    List<DoNotCallEntry> find(WorkspaceId workspace, Collection<PhoneNumber> phones);

    /// Those of `phones` that must not be called, which those that only want no text or mail are not.
    default Set<PhoneNumber> among(WorkspaceId workspace, Collection<PhoneNumber> phones) {
        return find(workspace, phones).stream()
                .filter(entry -> entry.channels().contains(Channel.PHONE))
                .map(DoNotCallEntry::phone)
                .collect(Collectors.toUnmodifiableSet());
    }

    Page<DoNotCallEntry> list(WorkspaceId workspace, PageRequest page);
}
