package outdial.imports;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.workspace.WorkspaceId;

/// Imports rows that came in a request, while the caller waits: the same pipeline as a list of one chunk.
///
/// The same request again, by its id, has the same result. One that broke off for good is given up after a
/// while, so that its campaign does not wait for it.
public final class RowsImporter {
    public static final int MOST_ROWS = 1_000;

    /// Longer than any request lives.
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(2);

    private final Books books;
    private final Desk desk;
    private final ChunkQueue queue;
    private final Admission admission;
    private final Closing closing;
    private final Readers readers;
    private final ColumnFinder columns;

    public RowsImporter(Books books, Mappings mappings, Desk desk, ChunkQueue queue) {
        this.books = books;
        this.desk = desk;
        this.queue = queue;
        this.admission = new Admission(books);
        this.closing = new Closing(books, desk);
        this.readers = new Readers(books.workspaces(), desk.phones());
        this.columns = new ColumnFinder(mappings);
    }

    /// Rows are texts by the names of their columns, which may differ from row to row.
    public record Request(
            ImportId id,
            WorkspaceId workspace,
            Target target,
            String who,
            Options options,
            List<Map<String, String>> rows) {
        public Request {
            rows = List.copyOf(rows);
            if (rows.isEmpty() || rows.size() > MOST_ROWS) {
                throw new IllegalArgumentException("rows must be 1 to " + MOST_ROWS + ", were " + rows.size());
            }
        }
    }

    /// What became of the request.
    public sealed interface Answer {
        /// @param fates one for each row, in order
        record Done(Import.Completed imported, List<Fate> fates) implements Answer {}

        /// Nothing was added.
        record Refused(Failure failure) implements Answer {}
    }

    public Answer add(Request request) {
        Details details = columns.find(new Details(
                request.id(),
                request.workspace(),
                request.target(),
                Source.API,
                "",
                request.who(),
                request.options(),
                desk.clock().instant()));
        Optional<Failure> obstacle = admission.obstacle(details);
        if (obstacle.isPresent()) return new Answer.Refused(obstacle.get());
        Table table = Table.of(request.rows());
        return switch (begin(details, table)) {
            case Import.Importing importing -> take(importing, table);
            case Import.Completed completed -> new Answer.Done(completed, fates(completed.details(), table));
            case Import.Failed failed -> new Answer.Refused(failed.failure());
            case Import.Undoing _, Import.Undone _, Import.Cancelled _ ->
                new Answer.Refused(Failure.of(Failure.Reason.UNDONE));
            case Import.Planning _, Import.AwaitingUpload _, Import.Previewing _, Import.AwaitingConfirmation _ ->
                throw new IllegalStateException("import " + details.id() + " neither began nor failed");
        };
    }

    /// The order to give up comes first: a request may die at any line from here on.
    private Import begin(Details details, Table table) {
        queue.giveUpLater(details, GIVE_UP_AFTER);
        books.imports().add(new Import.Planning(details, ListFile.NONE));
        if (!(books.imports().now(details) instanceof Import.Planning planning))
            return books.imports().now(details);
        Import.Extent extent = new Import.Extent(table.rows().size(), 1);
        if (!books.imports().begin(planning, planning.begin(new Import.Plan(table.layout(), extent)))) {
            Failure closed = Failure.of(Failure.Reason.CAMPAIGN_CLOSED);
            books.imports().change(planning, planning.fail(closed, desk.clock().instant()));
        }
        return books.imports().now(details);
    }

    private Answer take(Import.Importing importing, Table table) {
        List<Fate> fates = fates(importing.details(), table);
        desk.reports().part(importing, 1, Report.linesOf(table.rows(), fates, 0));
        desk.reports().join(importing);
        Import.Completed completed =
                importing.complete(Tally.of(fates), desk.clock().instant());
        // False where the same request ran twice and the other was faster, with the same result.
        var _ = closing.end(importing, completed);
        return new Answer.Done(completed, fates);
    }

    private List<Fate> fates(Details details, Table table) {
        RowReader reader = readers.people(details, table.layout().header());
        Writing writing = new Commitment(books, details.workspace());
        return new Intake(books, writing, desk, details, reader, table.rows().size())
                .take(table.rows(), table.chunk(reader));
    }
}
