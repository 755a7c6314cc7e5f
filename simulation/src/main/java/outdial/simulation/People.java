package outdial.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contact.Profile;
import outdial.enrollment.EnrollmentId;
import outdial.memory.Memory;

/// What is known of the people in the address book, and was before somebody edited it.
final class People {
    private final Memory memory;
    private final Map<ContactId, Versions<Profile>> edited = new HashMap<>();

    private final Set<EnrollmentId> disabled = new HashSet<>();
    private final Set<EnrollmentId> skipped = new HashSet<>();

    People(Memory memory) {
        this.memory = memory;
    }

    void edited(Contact before, Profile to, Instant at) {
        Versions<Profile> versions = edited.computeIfAbsent(before.id(), _ -> new Versions<>());
        if (versions.isEmpty()) versions.add(before.createdAt(), before.profile());
        versions.add(at, to);
    }

    void disabled(EnrollmentId contact) {
        disabled.add(contact);
    }

    void enabled(EnrollmentId contact) {
        disabled.remove(contact);
    }

    /// For good, in that campaign.
    void skipped(EnrollmentId contact) {
        skipped.add(contact);
    }

    boolean isSkipped(EnrollmentId contact) {
        return skipped.contains(contact);
    }

    /// Nobody took it back since, whatever the books say now.
    boolean isDisabled(EnrollmentId contact) {
        return disabled.contains(contact);
    }

    boolean wasEdited(ContactId contact) {
        return edited.containsKey(contact);
    }

    Profile now(ContactId contact) {
        return find(contact).profile();
    }

    /// When the contact came.
    Instant since(ContactId contact) {
        return find(contact).createdAt();
    }

    private Contact find(ContactId contact) {
        return memory.contacts()
                .find(Office.WORKSPACE, contact)
                .orElseThrow(() -> new Violation("only people in the address book are in campaigns", contact));
    }

    /// All that could be read of somebody from then on.
    List<Profile> since(ContactId contact, Instant then) {
        Versions<Profile> versions = edited.get(contact);
        return versions == null ? List.of(now(contact)) : versions.since(then);
    }
}
