package outdial.imports;

import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.imports.Failure.Reason;

/// Takes a list that was dropped: looks at it once, decides in file order which rows repeat an earlier one,
/// cuts it into chunks and orders them to be read. A list that cannot be read ends as a failed import, with a
/// note beside it.
///
/// May be told of the same list any number of times, also at the same time: the chunks come out the same, one
/// of the callers begins the import, and all order what is not done.
public final class ImportPlanner {
    private final Books books;
    private final Lists lists;
    private final ChunkQueue queue;
    private final InstantSource clock;
    private final Replies replies;
    private final Admission admission;
    private final Readers readers;
    private final ColumnFinder columns;

    public ImportPlanner(
            Books books, Lists lists, Dictionary dictionary, ChunkQueue queue, Replies replies, InstantSource clock) {
        this.books = books;
        this.lists = lists;
        this.queue = queue;
        this.replies = replies;
        this.clock = clock;
        this.admission = new Admission(books);
        this.readers = new Readers(books.workspaces(), dictionary.phones());
        this.columns = new ColumnFinder(dictionary.mappings());
    }

    /// What lists are understood with.
    public record Dictionary(Mappings mappings, Phones phones) {}

    /// Says that something was written.
    ///
    /// @param version empty where the bucket keeps none
    /// @param who wrote it
    public record Drop(String key, String version, String who) {
        /// The console of S3 makes a folder by writing an empty object of this name.
        boolean isFolder() {
            return key.endsWith("/");
        }
    }

    public void plan(Drop drop) {
        if (drop.isFolder()) return;
        lists.find(drop.key(), drop.version()).ifPresent(file -> plan(file, drop.who()));
    }

    private void plan(ListFile file, String who) {
        Optional<DropPath> path = DropPath.parse(file.key());
        Optional<Import> known =
                path.flatMap(p -> p.upload().isPresent() ? uploaded(p, file) : Optional.of(dropped(p, file, who)));
        known.filter(found -> found.file().isSameVersionAs(file))
                .ifPresentOrElse(
                        this::answer,
                        () -> lists.reject(
                                file.key(),
                                Failure.of(path.isEmpty() ? Reason.BAD_PATH : Reason.UPLOAD_NOT_ASKED_FOR)));
    }

    private Import dropped(DropPath path, ListFile file, String who) {
        ImportId id = ImportId.of(file.writtenAt(), file.key(), file.version(), file.etag());
        Details details = new Details(
                id, path.workspace(), path.target(), Source.S3, path.name(), who, Options.USUAL, file.writtenAt());
        Import.Planning planning = new Import.Planning(details, file);
        return books.imports().add(planning) ? planning : books.imports().now(details);
    }

    private Optional<Import> uploaded(DropPath path, ListFile file) {
        return path.upload()
                .flatMap(id -> books.imports().find(path.workspace(), id))
                .filter(known -> DropPath.ofUpload(known.details()).equals(file.key()))
                .map(known -> known instanceof Import.AwaitingUpload waiting ? take(waiting, file) : known);
    }

    private Import take(Import.AwaitingUpload waiting, ListFile file) {
        Import.Planning planning = waiting.uploaded(file);
        return books.imports().change(waiting, planning)
                ? planning
                : books.imports().now(waiting.details());
    }

    /// On each delivery: whoever began may have died before the sender was told.
    private void answer(Import known) {
        goOn(known);
        if (known.details().source() == Source.EMAIL)
            replies.tell(books.imports().now(known.details()));
    }

    private void goOn(Import known) {
        switch (known) {
            case Import.Planning planning -> look(planning);
            case Import.Reading reading ->
                queue.send(
                        reading.details(),
                        books.imports().openChunks(reading.details().id(), reading.pass()));
            case Import.AwaitingUpload _, Import.AwaitingConfirmation _, Import.Over _ -> {}
        }
    }

    private void look(Import.Planning planning) {
        Optional<Failure> obstacle = admission.obstacle(planning.details());
        if (obstacle.isPresent()) {
            fail(planning, obstacle.get());
            return;
        }
        switch (lists.plain(planning.details(), planning.file())) {
            case Lists.Plain.Refused(Failure failure) -> fail(planning, failure);
            case Lists.Plain.Text(ListFile text) -> look(planning, text);
        }
    }

    private void look(Import.Planning planning, ListFile text) {
        switch (lists.head(text)) {
            case Lists.Head.Refused(Reason reason) -> fail(planning, Failure.of(reason));
            case Lists.Head.Found(Layout layout, Place rows, var _) ->
                cut(planning, readFrom(text, layout, planning), rows);
            case Lists.Head.Headless headless -> cutHeadless(planning, text, headless);
        }
    }

    private static Layout readFrom(ListFile text, Layout layout, Import.Planning planning) {
        return text.equals(planning.file()) ? layout : layout.rewrittenAs(text);
    }

    /// Lists of numbers alone are given out without names of columns; of people nobody knows what is what.
    private void cutHeadless(Import.Planning planning, ListFile text, Lists.Head.Headless head) {
        switch (planning.details().target()) {
            case Target.DoNotCallList _ ->
                cut(planning, readFrom(text, head.layout(DoNotCallColumns.named(head.first())), planning), head.rows());
            case Target.AddressBook _, Target.InCampaign _ -> fail(planning, Failure.of(Reason.NO_HEADER));
        }
    }

    private void cut(Import.Planning planning, Layout layout, Place rows) {
        Details details = columns.find(planning.details());
        Optional<Failure> objection = ColumnFinder.objection(details, layout.header());
        if (objection.isPresent()) {
            fail(planning, objection.get());
            return;
        }
        Cutter cutter = new Cutter(
                readers.identifier(details, layout.header()),
                chunk -> books.imports().add(planning.details().id(), chunk));
        ListFile text = layout.textOf(planning.file());
        long end = text.bytes();
        try (Stream<ListRow> all = lists.rows(text, layout, rows, end)) {
            if (!all.allMatch(cutter::row)) {
                fail(planning, Failure.of(Reason.LIST_TOO_LONG));
                return;
            }
        }
        Import.Extent extent = cutter.end(end);
        if (extent.rows() == 0) {
            fail(planning, Failure.of(Reason.NO_ROWS));
        } else {
            begin(planning, planning.with(details), new Import.Plan(layout, extent));
        }
    }

    /// All chunks are written by now, so whoever finds the import begun finds all that there is to do.
    private void begin(Import.Planning planning, Import.Planning mapped, Import.Plan plan) {
        boolean preview = mapped.details().options().preview();
        Import.Reading reading = preview ? mapped.preview(plan) : mapped.begin(plan);
        boolean begun = switch (reading) {
            case Import.Importing importing -> books.imports().begin(planning, importing);
            case Import.Previewing _, Import.Undoing _ -> books.imports().change(planning, reading);
        };
        if (begun) {
            goOn(reading);
            return;
        }
        Import now = books.imports().now(planning.details());
        if (now.equals(planning)) {
            fail(planning, Failure.of(Reason.CAMPAIGN_CLOSED));
        } else {
            goOn(now);
        }
    }

    /// The note comes first: a failed import is not looked at again.
    private void fail(Import.Planning planning, Failure failure) {
        lists.reject(planning.file().key(), failure);
        books.imports().change(planning, planning.fail(failure, clock.instant()));
    }
}
