package outdial.imports;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outdial.campaign.CampaignRef;
import outdial.campaign.Eligibility;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contact.Profile;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments.Added;
import outdial.enrollment.Lane;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.Status;
import outdial.phone.PhoneNumber;

/// Brings people into a campaign, as due at once. May be repeated: a row finds the enrollment it made before.
final class Enrolling {
    private final Books books;
    private final Writing writing;
    private final CampaignRef campaign;
    private final Details details;
    private final GroupFinder groups;

    Enrolling(Books books, Writing writing, Details details, CampaignRef campaign, GroupFinder groups) {
        this.books = books;
        this.writing = writing;
        this.details = details;
        this.campaign = campaign;
        this.groups = groups;
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
        Eligibility eligibility = eligibility();
        List<Added> added = writing.enroll(entrants.stream()
                .map(person -> enrollment(person, eligibility, now))
                .toList());
        if (updates()) writing.update(Person.onFile(entered(entrants, added)));
        for (int i = 0; i < entrants.size(); i++) {
            fates.put(entrants.get(i).row().row(), fate(entrants.get(i), added.get(i)));
        }
        return fates;
    }

    /// Not those that were in the campaign before: they are duplicates.
    private static List<Person> entered(List<Person> entrants, List<Added> added) {
        return IntStream.range(0, entrants.size())
                .filter(i -> added.get(i) != Added.THERE_BEFORE)
                .mapToObj(entrants::get)
                .toList();
    }

    private boolean updates() {
        return details.options().mode() == Mode.UPDATE;
    }

    /// What will be known of the person.
    private Profile profile(Person person) {
        return switch (person) {
            case Person.New fresh -> fresh.contact().profile();
            case Person.OnFile known -> {
                Profile onFile = known.contact().profile();
                yield updates() ? onFile.updatedBy(known.row().profile()) : onFile;
            }
        };
    }

    /// As it is now; it is asked again before each call.
    private Eligibility eligibility() {
        return books.campaigns()
                .find(campaign)
                .map(found -> found.settings().eligibility())
                .orElse(Eligibility.EVERYBODY);
    }

    /// Contacts on file may have another phone than the row that named them.
    private Set<PhoneNumber> stopped(List<Person> people) {
        Set<PhoneNumber> others = people.stream()
                .filter(person -> !phoneOf(person).equals(person.row().phone()))
                .flatMap(person -> phoneOf(person).stream())
                .collect(Collectors.toUnmodifiableSet());
        return others.isEmpty() ? Set.of() : books.doNotCall().among(campaign.workspace(), others);
    }

    private Optional<Fate> refusal(Person person, Set<PhoneNumber> stopped) {
        Optional<PhoneNumber> phone = phoneOf(person);
        if (phone.isEmpty()) return Optional.of(new Fate.Invalid("email", RowProblem.NO_PHONE_ON_FILE));
        return stopped.contains(phone.get()) ? Optional.of(new Fate.OnDoNotCall()) : Optional.empty();
    }

    private static Optional<Fate> repeated(Map<ContactId, Person> before, Person person) {
        return Optional.ofNullable(before.get(person.contact().id()))
                .map(first -> new Fate.DuplicateInFile(first.row().place().line()));
    }

    /// Before the enrollment: whoever says stop is then dropped by this campaign too.
    private void noteCampaign(List<Person> people) {
        List<ContactId> unaware = people.stream()
                .filter(Person.OnFile.class::isInstance)
                .map(Person::contact)
                .filter(contact -> !contact.campaigns().contains(campaign.id()))
                .map(Contact::id)
                .toList();
        if (!unaware.isEmpty()) writing.note(unaware, campaign.id());
    }

    private NewEnrollment enrollment(Person person, Eligibility eligibility, Instant now) {
        Contact contact = person.contact();
        Profile profile = profile(person);
        PhoneNumber phone = phoneOf(person).orElseThrow();
        Lane lane = groups.groupOf(profile, phone).laneOf(contact.id().value());
        Enrollment.Waiting waiting =
                new Enrollment.Waiting(new Enrolled(campaign, contact.id(), phone, lane, now), now, lane);
        Enrollment enrollment = eligibility
                .objection(profile::values)
                .<Enrollment>map(why -> waiting.finish(Status.DISQUALIFIED, why))
                .orElse(waiting);
        return new NewEnrollment(
                enrollment,
                details.id().sourceOf(person.row().row()),
                person.row().variables());
    }

    private Fate fate(Person person, Added added) {
        return switch (added) {
            case ADDED, SAME_SOURCE -> entry(person);
            case THERE_BEFORE -> new Fate.DuplicateInCampaign();
        };
    }

    private Fate entry(Person person) {
        return person instanceof Person.OnFile known && updates()
                ? new Fate.Updated(known.contact().id(), known.warnings())
                : new Fate.Imported(person.contact().id(), person.warnings());
    }

    private Optional<PhoneNumber> phoneOf(Person person) {
        return profile(person).phone();
    }
}
