package outdial.imports;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outdial.campaign.CampaignRef;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments.Added;
import outdial.enrollment.Lane;
import outdial.enrollment.NewEnrollment;
import outdial.phone.PhoneNumber;

/// Brings people into a campaign, as due at once. May be repeated: a row finds the enrollment it made before.
final class Enrolling {
    /// A number from the address book carries its country code.
    private static final String NO_COUNTRY = "ZZ";

    private final Books books;
    private final Phones phones;
    private final CampaignRef campaign;
    private final ImportId source;
    private final GroupFinder groups;

    Enrolling(Books books, Phones phones, CampaignRef campaign, ImportId source, long expectedRows) {
        this.books = books;
        this.phones = phones;
        this.campaign = campaign;
        this.source = source;
        this.groups = new GroupFinder(books.groups(), phones, campaign.id(), expectedRows);
    }

    /// By row.
    Map<Long, Fate> enroll(List<Person> people, Instant now) {
        Map<Long, Fate> fates = new HashMap<>();
        Set<PhoneNumber> stopped = stopped(people);
        Map<ContactId, Person> entering = new LinkedHashMap<>();
        for (Person person : people) {
            refusal(person, stopped)
                    .or(() -> repeated(entering, person))
                    .ifPresentOrElse(
                            fate -> fates.put(person.row().row(), fate),
                            () -> entering.put(person.contact().id(), person));
        }
        List<Person> entrants = List.copyOf(entering.values());
        noteCampaign(entrants);
        List<Added> added = books.enrollments()
                .add(entrants.stream().map(person -> enrollment(person, now)).toList());
        for (int i = 0; i < entrants.size(); i++) {
            fates.put(entrants.get(i).row().row(), fate(entrants.get(i), added.get(i)));
        }
        return fates;
    }

    /// Contacts on file may have another phone than the row that named them.
    private Set<PhoneNumber> stopped(List<Person> people) {
        Set<PhoneNumber> others = people.stream()
                .filter(person -> !phoneOf(person).equals(person.row().phone()))
                .flatMap(person -> phoneOf(person).stream())
                .collect(Collectors.toUnmodifiableSet());
        return others.isEmpty() ? Set.of() : books.doNotCall().among(campaign.workspace(), others);
    }

    private static Optional<Fate> refusal(Person person, Set<PhoneNumber> stopped) {
        Optional<PhoneNumber> phone = phoneOf(person);
        if (phone.isEmpty()) return Optional.of(new Fate.Invalid("email", RowProblem.NO_PHONE_ON_FILE));
        return stopped.contains(phone.get()) ? Optional.of(new Fate.OnDoNotCall()) : Optional.empty();
    }

    private static Optional<Fate> repeated(Map<ContactId, Person> before, Person person) {
        return Optional.ofNullable(before.get(person.contact().id()))
                .map(first -> new Fate.DuplicateInFile(first.row().row()));
    }

    /// Before the enrollment: whoever says stop is then dropped by this campaign too.
    private void noteCampaign(List<Person> people) {
        List<ContactId> unaware = people.stream()
                .filter(Person.OnFile.class::isInstance)
                .map(Person::contact)
                .filter(contact -> !contact.campaigns().contains(campaign.id()))
                .map(Contact::id)
                .toList();
        if (!unaware.isEmpty()) books.contacts().enroll(campaign.workspace(), unaware, campaign.id());
    }

    private NewEnrollment enrollment(Person person, Instant now) {
        Contact contact = person.contact();
        PhoneNumber phone = phoneOf(person).orElseThrow();
        CallingGroup group = groups.groupOf(contact, phone, region(person, phone));
        Lane lane = group.laneOf(contact.id().value());
        Enrolled who = new Enrolled(campaign, contact.id(), phone, lane, 0, Optional.empty());
        return new NewEnrollment(
                new Enrollment.Waiting(who, now, lane),
                source.sourceOf(person.row().row()),
                person.row().variables());
    }

    private String region(Person person, PhoneNumber phone) {
        if (person.row().phone().equals(Optional.of(phone))) return person.row().region();
        return phones.read(phone.e164(), NO_COUNTRY) instanceof Phones.Reading.Valid valid ? valid.region() : "";
    }

    private static Fate fate(Person person, Added added) {
        return switch (added) {
            case ADDED, SAME_SOURCE -> new Fate.Imported(person.contact().id(), person.warnings());
            case THERE_BEFORE -> new Fate.DuplicateInCampaign();
        };
    }

    private static Optional<PhoneNumber> phoneOf(Person person) {
        return person.contact().profile().phone();
    }
}
