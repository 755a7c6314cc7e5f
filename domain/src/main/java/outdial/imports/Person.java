package outdial.imports;

import java.util.Collection;
import java.util.List;
import outdial.contact.Contact;

/// Who a row turned out to be.
sealed interface Person {
    Candidate row();

    Contact contact();

    /// What of the row was left out.
    List<Warning> warnings();

    /// Those of them that are in the address book already.
    static List<OnFile> onFile(Collection<Person> people) {
        return people.stream()
                .filter(OnFile.class::isInstance)
                .map(OnFile.class::cast)
                .toList();
    }

    /// In the address book already, by somebody else's doing.
    record OnFile(Candidate row, Contact contact, List<Warning> warnings) implements Person {}

    /// Not in the address book, or by this very row. The contact's id is that of another row where that one claimed
    /// the phone but did not come to write the contact: whoever meets such a claim completes it.
    record New(Candidate row, Contact contact, List<Warning> warnings) implements Person {
        boolean isOwn() {
            return contact.id().equals(row.ownId());
        }
    }
}
