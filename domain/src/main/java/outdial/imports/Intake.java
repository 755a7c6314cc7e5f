package outdial.imports;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outdial.campaign.CampaignRef;
import outdial.contact.Contact;
import outdial.phone.PhoneNumber;

/// Takes rows in, a batch at a time, and says what became of each. Writes in an order in which every step may be
/// repeated: claims, contacts, enrollments.
final class Intake implements Taking {
    private final Books books;
    private final Writing writing;
    private final Details details;
    private final RowReader reader;
    private final Optional<Enrolling> enrolling;
    private final InstantSource clock;

    Intake(Books books, Writing writing, Desk desk, Details details, RowReader reader, long expectedRows) {
        this.books = books;
        this.writing = writing;
        this.details = details;
        this.reader = reader;
        this.enrolling = details.campaign()
                .map(campaign ->
                        new Enrolling(books, writing, details, campaign, groups(desk, campaign, expectedRows)));
        this.clock = desk.clock();
    }

    private GroupFinder groups(Desk desk, CampaignRef campaign, long expectedRows) {
        return new GroupFinder(writing, desk.atlas(), campaign.id(), expectedRows);
    }

    @Override
    public List<Fate> take(List<ListRow> rows, Chunk chunk) {
        Map<Long, Fate> fates = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (ListRow row : rows) {
            switch (Row.of(row, chunk, cells -> reader.read(details.id(), cells.place(), cells.cells()))) {
                case Row.Bad<Candidate>(Fate fate) -> fates.put(row.place().number(), fate);
                case Row.Good<Candidate>(Candidate candidate) -> candidates.add(candidate);
            }
        }
        fates.putAll(take(candidates));
        return rows.stream().map(row -> fates.get(row.place().number())).toList();
    }

    private Map<Long, Fate> take(List<Candidate> candidates) {
        Set<PhoneNumber> stopped = stopped(candidates);
        Map<Long, Fate> fates = new HashMap<>();
        List<Candidate> allowed = new ArrayList<>();
        for (Candidate row : candidates) {
            if (row.phone().filter(stopped::contains).isPresent()) fates.put(row.row(), new Fate.OnDoNotCall());
            else allowed.add(row);
        }
        if (!allowed.isEmpty()) fates.putAll(settle(allowed));
        return fates;
    }

    private Set<PhoneNumber> stopped(List<Candidate> candidates) {
        List<PhoneNumber> phones =
                candidates.stream().flatMap(row -> row.phone().stream()).toList();
        return phones.isEmpty() ? Set.of() : books.doNotCall().among(details.workspace(), phones);
    }

    private Map<Long, Fate> settle(List<Candidate> rows) {
        List<Person> people = new Matching(books.contacts(), writing, details, clock.instant()).match(rows);
        List<Contact> contacts = people.stream()
                .filter(Person.New.class::isInstance)
                .map(Person::contact)
                .toList();
        if (!contacts.isEmpty()) writing.add(contacts);
        return enrolling
                .map(campaign -> campaign.enroll(people, clock.instant()))
                .orElseGet(() -> keep(people));
    }

    private Map<Long, Fate> keep(List<Person> people) {
        if (details.options().mode() == Mode.UPDATE) writing.update(Person.onFile(people));
        return people.stream()
                .collect(Collectors.toUnmodifiableMap(person -> person.row().row(), this::inAddressBook));
    }

    private Fate inAddressBook(Person person) {
        return switch (person) {
            case Person.New fresh ->
                fresh.isOwn()
                        ? new Fate.Imported(fresh.contact().id(), fresh.warnings())
                        : new Fate.DuplicateInAddressBook();
            case Person.OnFile known ->
                details.options().mode() == Mode.UPDATE
                        ? new Fate.Updated(known.contact().id(), known.warnings())
                        : new Fate.DuplicateInAddressBook();
        };
    }
}
