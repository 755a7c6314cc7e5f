package outdial.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.donotcall.DoNotCallEntry;
import outdial.workspace.Workspaces;

/// Shows how a list is understood, before and after it is imported.
public final class Previewer {
    private final Imports imports;
    private final Lists lists;
    private final Readers readers;

    public Previewer(Workspaces workspaces, Imports imports, Lists lists, Phones phones) {
        this.imports = imports;
        this.lists = lists;
        this.readers = new Readers(workspaces, phones);
    }

    /// Empty where the list was not looked over yet, could not be read, or came in a request.
    public Optional<Preview> of(Import one) {
        return planOf(one)
                .filter(_ -> one.details().source() != Source.API)
                .flatMap(plan -> imports.openChunk(one.details().id(), 1, Import.Pass.UNDO)
                        .map(chunk -> preview(one, plan.layout(), chunk)));
    }

    private static Optional<Import.Plan> planOf(Import one) {
        return switch (one) {
            case Import.AwaitingUpload _, Import.Planning _ -> Optional.empty();
            case Import.AwaitingConfirmation waiting -> Optional.of(waiting.plan());
            case Import.Reading reading -> Optional.of(reading.plan());
            case Import.Over over -> over.plan();
        };
    }

    private Preview preview(Import one, Layout layout, Chunk chunk) {
        List<ListRow> rows;
        try (Stream<ListRow> all = lists.rows(layout.textOf(one.file()), layout, chunk.from(), chunk.to())) {
            rows = all.limit(Preview.ROWS).toList();
        }
        List<List<String>> cells = rows.stream()
                .filter(ListRow.Cells.class::isInstance)
                .map(row -> ((ListRow.Cells) row).cells())
                .toList();
        List<String> header = layout.header();
        Details details = one.details();
        return switch (details.target()) {
            case Target.DoNotCallList _ -> {
                NumberReader reader = readers.numbers(details, header);
                yield new Preview(
                        one,
                        Preview.columns(header, cells, reader.columns()::meaning),
                        rows.stream().map(row -> number(row, chunk, reader)).toList());
            }
            case Target.AddressBook _, Target.InCampaign _ -> {
                RowReader reader = readers.people(details, header);
                yield new Preview(
                        one,
                        Preview.columns(header, cells, details.columns()),
                        rows.stream()
                                .map(row -> person(row, chunk, reader, details))
                                .toList());
            }
        };
    }

    private static Preview.First number(ListRow row, Chunk chunk, NumberReader reader) {
        long line = row.place().line();
        return switch (Row.of(
                row, chunk, cells -> reader.read(cells.cells(), reader.details().createdAt()))) {
            case Row.Bad<DoNotCallEntry>(Fate why) -> new Preview.First.Refused(line, why);
            case Row.Good<DoNotCallEntry>(DoNotCallEntry entry) -> new Preview.First.Entry(line, entry);
        };
    }

    private static Preview.First person(ListRow row, Chunk chunk, RowReader reader, Details details) {
        long line = row.place().line();
        return switch (Row.of(row, chunk, cells -> reader.read(details.id(), cells.place(), cells.cells()))) {
            case Row.Bad<Candidate>(Fate why) -> new Preview.First.Refused(line, why);
            case Row.Good<Candidate>(Candidate known) ->
                new Preview.First.Person(line, known.profile(), known.variables(), known.warnings());
        };
    }
}
