package outdial.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import outdial.workspace.WorkspaceId;

/// Imports one chunk of a list. May run any number of times, also at the same time: rows find what they wrote
/// before, the report is written again alike, and the chunk is counted once.
public final class ChunkImporter {
    /// Rows that are checked and written together: enough to fill the requests that go side by side.
    private static final int BATCH = 1_000;

    /// While one waits for claims, others look up, or write contacts.
    private static final int BATCHES_AT_ONCE = 8;

    private final Books books;
    private final Desk desk;
    private final Lists lists;
    private final Replies replies;
    private final Admission admission;
    private final Closing closing;
    private final Readers readers;

    public ChunkImporter(Books books, Desk desk, Lists lists, Replies replies) {
        this.books = books;
        this.desk = desk;
        this.lists = lists;
        this.replies = replies;
        this.admission = new Admission(books);
        this.closing = new Closing(books, desk);
        this.readers = new Readers(books.workspaces(), desk.phones());
    }

    /// @throws IllegalStateException there is no such import or chunk
    public void read(WorkspaceId workspace, ImportId id, int chunk) {
        if (find(workspace, id) instanceof Import.Reading reading) read(reading, chunk);
        // On each delivery: whoever ended the import may have died before the sender was told.
        replies.tell(find(workspace, id));
    }

    private void read(Import.Reading reading, int chunk) {
        Details details = reading.details();
        Optional<Chunk> open = books.imports().openChunk(details.id(), chunk, reading.pass());
        switch (reading) {
            case Import.Undoing undoing -> open.ifPresent(one -> undo(undoing, one));
            case Import.Previewing _, Import.Importing _ -> {
                Optional<Failure> obstacle = admission.obstacle(details);
                if (obstacle.isPresent()) {
                    closing.fail(details, obstacle.get());
                    return;
                }
                open.ifPresent(one -> read(reading, one));
            }
        }
        closing.endIfDone(details);
    }

    /// A chunk failed as often as it may: what was imported stays, and the import may be resumed. Nothing happens where
    /// the chunk was read after all, by a resumed import perhaps.
    public void fail(WorkspaceId workspace, ImportId id, int chunk) {
        if (find(workspace, id) instanceof Import.Reading reading
                && books.imports().openChunk(id, chunk, reading.pass()).isPresent()) {
            closing.fail(reading.details(), Failure.of(reasonIn(reading)));
        }
        replies.tell(find(workspace, id));
    }

    private static Failure.Reason reasonIn(Import.Reading reading) {
        return reading.pass() == Import.Pass.PREVIEW ? Failure.Reason.PREVIEW_FAILED : Failure.Reason.CHUNK_FAILED;
    }

    private void undo(Import.Undoing undoing, Chunk chunk) {
        boolean _ = books.imports().close(undoing, chunk, new Reversal(books, undoing).undo(chunk));
    }

    /// Rows came by the API, and the request did not live to see the end; perhaps not even the beginning.
    public void giveUp(WorkspaceId workspace, ImportId id) {
        books.imports().find(workspace, id).ifPresent(this::giveUp);
    }

    private void giveUp(Import known) {
        switch (known) {
            case Import.Planning planning ->
                books.imports()
                        .change(
                                planning,
                                planning.fail(interrupted(), desk.clock().instant()));
            case Import.Importing importing -> closing.fail(importing.details(), interrupted());
            case Import.AwaitingUpload _, Import.AwaitingConfirmation _, Import.Previewing _, Import.Undoing _ -> {}
            case Import.Over _ -> {}
        }
    }

    private static Failure interrupted() {
        return Failure.of(Failure.Reason.INTERRUPTED);
    }

    private void read(Import.Reading reading, Chunk chunk) {
        Taking intake = intake(reading);
        int ownColumns = Report.ownColumns(reading.layout().header());
        List<Taken> batches;
        try (Stream<ListRow> rows = lists.rows(reading.text(), reading.layout(), chunk.from(), chunk.to())) {
            batches = rows.gather(Gatherers.windowFixed(BATCH))
                    .gather(Gatherers.mapConcurrent(BATCHES_AT_ONCE, batch -> take(batch, intake, chunk, ownColumns)))
                    .toList();
        }
        Tally tally = batches.stream().map(Taken::tally).reduce(Tally.NONE, Tally::plus);
        if (tally.rows() != chunk.rows()) {
            throw new IllegalStateException("chunk " + chunk.number() + " of import "
                    + reading.details().id() + " has " + tally.rows() + " rows, planned were " + chunk.rows());
        }
        List<Report.Line> lines =
                batches.stream().flatMap(batch -> batch.lines().stream()).toList();
        desk.reports().part(reading, chunk.number(), lines);
        books.imports().close(reading, chunk, tally);
        if (reading.pass() == Import.Pass.IMPORT) closing.wake(reading.details());
    }

    /// What became of a batch.
    private record Taken(Tally tally, List<Report.Line> lines) {}

    /// Batches may be taken side by side: no two rows of a list that are not repeats have an address in common.
    private static Taken take(List<ListRow> batch, Taking intake, Chunk chunk, int ownColumns) {
        List<Fate> fates = intake.take(batch, chunk);
        return new Taken(Tally.of(fates), Report.linesOf(batch, fates, ownColumns));
    }

    private Taking intake(Import.Reading reading) {
        return switch (reading.details().target()) {
            case Target.DoNotCallList _ -> doNotCall(reading);
            case Target.AddressBook _, Target.InCampaign _ -> people(reading);
        };
    }

    private Taking doNotCall(Import.Reading reading) {
        NumberReader reader =
                readers.numbers(reading.details(), reading.layout().header());
        return new DoNotCallRows(writing(reading), desk, reading.details(), reader);
    }

    private Taking people(Import.Reading reading) {
        Details details = reading.details();
        RowReader reader = readers.people(details, reading.layout().header());
        return new Intake(
                books, writing(reading), desk, details, reader, reading.extent().rows());
    }

    private Writing writing(Import.Reading reading) {
        WorkspaceId workspace = reading.details().workspace();
        return switch (reading.pass()) {
            case PREVIEW -> new Rehearsal(books, workspace);
            case IMPORT, UNDO -> new Commitment(books, workspace);
        };
    }

    private Import find(WorkspaceId workspace, ImportId id) {
        return books.imports()
                .find(workspace, id)
                .orElseThrow(() -> new IllegalStateException("there is no import " + id));
    }
}
