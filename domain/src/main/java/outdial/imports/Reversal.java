package outdial.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import outdial.campaign.CampaignRef;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Enrollments.Brought;
import outdial.enrollment.Enrollments.Withdrawn;
import outdial.page.Page;
import outdial.page.PageRequest;

/// Removes what an import added and nobody has touched since. May be repeated: what is gone stays gone, and
/// what was kept is counted again alike.
///
/// A new contact is found by the row that made it, an enrollment by the row that it says it comes from; so the
/// list itself need not be there any more.
final class Reversal {
    private static final int BATCH = 1_000;

    private final Books books;
    private final Details details;

    Reversal(Books books, Import.Undoing undoing) {
        this.books = books;
        this.details = undoing.details();
    }

    /// Removes the contacts that the rows of a chunk made; answers how many stay.
    long undo(Chunk chunk) {
        long first = chunk.from().number();
        long end = first + chunk.rows();
        long kept = 0;
        for (long from = first; from < end; from += BATCH) {
            kept += undo(LongStream.range(from, Math.min(from + BATCH, end))
                    .boxed()
                    .collect(Collectors.toUnmodifiableMap(details.id()::contactOf, Function.identity())));
        }
        return kept;
    }

    private long undo(Map<ContactId, Long> rows) {
        List<Contact> made = books.contacts().find(details.workspace(), rows.keySet());
        Set<ContactId> called =
                details.campaign().map(campaign -> called(campaign, made, rows)).orElseGet(Set::of);
        List<Contact> free =
                made.stream().filter(contact -> !called.contains(contact.id())).toList();
        List<ContactId> staying = books.contacts().remove(free, details.target().campaign());
        details.campaign().ifPresent(campaign -> books.contacts().leave(campaign.workspace(), staying, campaign.id()));
        return (long) called.size() + staying.size();
    }

    /// Those whose enrollment stays, because somebody called them or did something else with it.
    private Set<ContactId> called(CampaignRef campaign, List<Contact> made, Map<ContactId, Long> rows) {
        return kept(made.stream()
                .map(contact -> new Brought(
                        new EnrollmentId(campaign.id(), contact.id()),
                        details.id().sourceOf(rows.getOrDefault(contact.id(), 0L))))
                .toList());
    }

    private Set<ContactId> kept(List<Brought> brought) {
        List<Withdrawn> answers = books.enrollments().withdraw(brought);
        return IntStream.range(0, brought.size())
                .filter(i -> answers.get(i) == Withdrawn.KEPT)
                .mapToObj(i -> brought.get(i).id().contact())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Takes people out of the campaign who were on file before; answers how many stay. Comes after all chunks.
    long sweep() {
        return details.campaign().map(this::sweep).orElse(0L);
    }

    private long sweep(CampaignRef campaign) {
        long kept = 0;
        Optional<String> cursor = Optional.empty();
        do {
            Page<Brought> page = books.enrollments()
                    .brought(campaign.id(), details.id().sources(), new PageRequest(PageRequest.MOST, cursor));
            List<Brought> onFile = page.items().stream().filter(this::wasOnFile).toList();
            Set<ContactId> called = kept(onFile);
            kept += called.size();
            List<ContactId> out = onFile.stream()
                    .map(brought -> brought.id().contact())
                    .filter(contact -> !called.contains(contact))
                    .toList();
            books.contacts().leave(campaign.workspace(), out, campaign.id());
            cursor = page.cursor();
        } while (cursor.isPresent());
        return kept;
    }

    private boolean wasOnFile(Brought brought) {
        return !details.id().madeBy(brought.id().contact(), brought.source());
    }
}
