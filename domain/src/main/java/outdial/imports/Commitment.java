package outdial.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outdial.campaign.CampaignId;
import outdial.contact.AddressClaim;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contact.Contacts.Update;
import outdial.contact.Profile;
import outdial.donotcall.DoNotCall.Listed;
import outdial.donotcall.Listing;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Enrollments.Added;
import outdial.enrollment.NewEnrollment;
import outdial.workspace.WorkspaceId;

/// Writes in earnest.
final class Commitment implements Writing {
    /// A contact that changes between each look and write is being edited by hand, or by several lists at once.
    private static final int MOST_ROUNDS = 10;

    private final Books books;
    private final WorkspaceId workspace;

    Commitment(Books books, WorkspaceId workspace) {
        this.books = books;
        this.workspace = workspace;
    }

    @Override
    public List<ContactId> claim(List<AddressClaim> claims) {
        return books.contacts().claim(workspace, claims);
    }

    @Override
    public void add(List<Contact> contacts) {
        books.contacts().add(contacts);
    }

    @Override
    public void note(List<ContactId> contacts, CampaignId campaign) {
        books.contacts().enroll(workspace, contacts, campaign);
    }

    @Override
    public List<Listed> list(List<Listing> listings) {
        return books.doNotCall().enter(listings);
    }

    @Override
    public List<CallingGroup> groups(CampaignId campaign) {
        return books.groups().of(campaign);
    }

    @Override
    public CallingGroup ensure(CampaignId campaign, CallingGroup group) {
        return books.groups().ensure(campaign, group);
    }

    @Override
    public List<Added> enroll(List<NewEnrollment> enrollments) {
        return books.enrollments().add(enrollments);
    }

    @Override
    public void update(List<Person.OnFile> people) {
        Map<ContactId, Profile> rows = new HashMap<>();
        people.forEach(person -> rows.merge(person.contact().id(), person.row().profile(), Profile::updatedBy));
        List<Contact> left = people.stream().map(Person::contact).distinct().toList();
        for (int round = 0; round < MOST_ROUNDS && !left.isEmpty(); round++) left = attempt(left, rows);
        if (!left.isEmpty()) throw new IllegalStateException(left.size() + " contacts change all the time");
    }

    /// Those that have changed meanwhile, as they are now.
    private List<Contact> attempt(List<Contact> contacts, Map<ContactId, Profile> rows) {
        Map<String, ContactId> emailOwners = emailOwners(rows);
        List<Update> updates = contacts.stream()
                .map(contact -> new Update(
                        contact,
                        contact.profile()
                                .updatedBy(
                                        own(contact, rows.getOrDefault(contact.id(), contact.profile()), emailOwners))))
                .filter(update -> !update.to().equals(update.from().profile()))
                .toList();
        List<Boolean> written = books.contacts().update(updates);
        Set<ContactId> refused = IntStream.range(0, updates.size())
                .filter(i -> !written.get(i))
                .mapToObj(i -> updates.get(i).from().id())
                .collect(Collectors.toUnmodifiableSet());
        return refused.isEmpty() ? List.of() : books.contacts().find(workspace, refused);
    }

    private Map<String, ContactId> emailOwners(Map<ContactId, Profile> rows) {
        Set<String> addresses = rows.values().stream()
                .flatMap(profile -> profile.email().stream())
                .map(AddressClaim::emailAddress)
                .collect(Collectors.toUnmodifiableSet());
        return addresses.isEmpty() ? Map.of() : books.contacts().claimants(workspace, addresses);
    }

    /// What the row says, without an e-mail address that is somebody else's.
    private static Profile own(Contact contact, Profile row, Map<String, ContactId> emailOwners) {
        boolean taken = row.email()
                .map(AddressClaim::emailAddress)
                .map(address -> emailOwners.getOrDefault(address, contact.id()))
                .filter(owner -> !owner.equals(contact.id()))
                .isPresent();
        return taken && row.phone().isPresent() ? row.withoutEmail() : row;
    }
}
