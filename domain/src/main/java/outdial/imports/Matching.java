package outdial.imports;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outdial.campaign.CampaignId;
import outdial.contact.AddressClaim;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contact.Contacts;
import outdial.contact.Profile;
import outdial.phone.PhoneNumber;

/// Finds out who rows are: by phone, and where nobody has that phone, by e-mail address. A new person claims
/// both; an e-mail address that is another's stays where it was.
///
/// Claims are written here, contacts are not. It may be repeated: a row finds its own claims. No two rows of a
/// batch may have a phone or an e-mail address in common.
final class Matching {
    private static final String OTHER_PHONE =
            "the contact with this e-mail address has another phone, which stays and is called";
    private static final String EMAIL_TAKEN = "the e-mail address belongs to another contact and stays there";

    private final Contacts contacts;
    private final Writing writing;
    private final Details details;
    private final Instant now;

    Matching(Contacts contacts, Writing writing, Details details, Instant now) {
        this.contacts = contacts;
        this.writing = writing;
        this.details = details;
        this.now = now;
    }

    /// In the order of the rows.
    List<Person> match(List<Candidate> rows) {
        Map<Long, ContactId> emailOwners = new HashMap<>(claimants(rows, row -> row.emailClaim(row.ownId())));
        Map<Long, Contact> onFile = new HashMap<>(byEmail(rows, emailOwners));
        List<Candidate> rest = without(onFile, rows);
        Map<Long, ContactId> owners = claim(rest, row -> Optional.of(row.mainClaim()));
        onFile.putAll(contactsOf(owners, rest));
        List<Candidate> fresh = without(onFile, rest);
        emailOwners.putAll(claim(fresh, row -> secondClaim(row, owners)));
        return rows.stream()
                .map(row -> Optional.ofNullable(onFile.get(row.row()))
                        .<Person>map(contact -> onFile(row, contact, emailOwners))
                        .orElseGet(() -> fresh(row, owner(owners, row), emailOwners)))
                .toList();
    }

    /// Rows whose phone nobody has, but whose e-mail address belongs to a contact on file.
    private Map<Long, Contact> byEmail(List<Candidate> rows, Map<Long, ContactId> emailOwners) {
        List<Candidate> suspects = rows.stream()
                .filter(row -> row.phone().isPresent() && emailOwners.containsKey(row.row()))
                .filter(row -> !owner(emailOwners, row).equals(row.ownId()))
                .toList();
        Map<Long, ContactId> byPhone = claimants(suspects, row -> Optional.of(row.mainClaim()));
        return contactsOf(emailOwners, without(byPhone, suspects));
    }

    /// The contacts that these rows' owners are, other than the rows' own.
    private Map<Long, Contact> contactsOf(Map<Long, ContactId> owners, List<Candidate> rows) {
        List<Candidate> foreign = rows.stream()
                .filter(row -> !owner(owners, row).equals(row.ownId()))
                .toList();
        if (foreign.isEmpty()) return Map.of();
        Set<ContactId> ids = foreign.stream().map(row -> owner(owners, row)).collect(toUnmodifiableSet());
        Map<ContactId, Contact> found = contacts.find(details.workspace(), ids).stream()
                .collect(toUnmodifiableMap(Contact::id, Function.identity()));
        return foreign.stream()
                .filter(row -> found.containsKey(owner(owners, row)))
                .collect(toUnmodifiableMap(Candidate::row, row -> found.get(owner(owners, row))));
    }

    /// Who has claimed the rows' addresses; nothing for addresses that are free.
    private Map<Long, ContactId> claimants(List<Candidate> rows, Function<Candidate, Optional<AddressClaim>> claimOf) {
        Map<Long, String> addresses = new HashMap<>();
        rows.forEach(row -> claimOf.apply(row).ifPresent(claim -> addresses.put(row.row(), claim.address())));
        if (addresses.isEmpty()) return Map.of();
        Map<String, ContactId> found = contacts.claimants(details.workspace(), Set.copyOf(addresses.values()));
        return addresses.entrySet().stream()
                .filter(entry -> found.containsKey(entry.getValue()))
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> found.get(entry.getValue())));
    }

    /// Claims an address for each row that names one; answers whose it is.
    private Map<Long, ContactId> claim(List<Candidate> rows, Function<Candidate, Optional<AddressClaim>> claimOf) {
        List<Candidate> claiming =
                rows.stream().filter(row -> claimOf.apply(row).isPresent()).toList();
        List<AddressClaim> claims =
                claiming.stream().map(claimOf).flatMap(Optional::stream).toList();
        if (claims.isEmpty()) return Map.of();
        List<ContactId> owners = writing.claim(claims);
        return IntStream.range(0, claims.size())
                .boxed()
                .collect(toUnmodifiableMap(i -> claiming.get(i).row(), owners::get));
    }

    /// The e-mail address of a row that is known by its phone.
    private static Optional<AddressClaim> secondClaim(Candidate row, Map<Long, ContactId> owners) {
        return row.phone().flatMap(_ -> row.emailClaim(owner(owners, row)));
    }

    private static Person.OnFile onFile(Candidate row, Contact contact, Map<Long, ContactId> emailOwners) {
        List<Warning> warnings = warnings(row, contact.id(), emailOwners);
        Optional<PhoneNumber> phone = contact.profile().phone();
        boolean otherPhone = phone.isPresent() && row.phone().isPresent() && !phone.equals(row.phone());
        return new Person.OnFile(
                row, contact, otherPhone ? with(warnings, new Warning("phone", OTHER_PHONE)) : warnings);
    }

    private Person.New fresh(Candidate row, ContactId id, Map<Long, ContactId> emailOwners) {
        Profile profile = emailTaken(row, id, emailOwners) ? row.profile().withoutEmail() : row.profile();
        Set<CampaignId> campaigns = details.target().campaign().map(Set::of).orElseGet(Set::of);
        Contact contact = new Contact(id, details.workspace(), profile, campaigns, 1, now);
        return new Person.New(row, contact, warnings(row, id, emailOwners));
    }

    private static List<Warning> warnings(Candidate row, ContactId id, Map<Long, ContactId> emailOwners) {
        if (!emailTaken(row, id, emailOwners)) return row.warnings();
        return with(row.warnings(), new Warning("email", EMAIL_TAKEN));
    }

    private static List<Warning> with(List<Warning> warnings, Warning more) {
        return Stream.concat(warnings.stream(), Stream.of(more)).toList();
    }

    private static boolean emailTaken(Candidate row, ContactId id, Map<Long, ContactId> emailOwners) {
        return !emailOwners.getOrDefault(row.row(), id).equals(id);
    }

    /// The row itself where nobody else is.
    private static ContactId owner(Map<Long, ContactId> owners, Candidate row) {
        return owners.getOrDefault(row.row(), row.ownId());
    }

    private static List<Candidate> without(Map<Long, ?> known, List<Candidate> rows) {
        return rows.stream().filter(row -> !known.containsKey(row.row())).toList();
    }
}
