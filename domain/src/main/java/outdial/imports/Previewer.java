package outdial.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        List<ListRow> first;
        try (Stream<ListRow> rows = lists.rows(layout.textOf(one.file()), layout, chunk.from(), chunk.to())) {
            first = rows.limit(Preview.ROWS).toList();
        }
        return switch (one.details().target()) {
            case Target.DoNotCallList _ -> new Preview(one, List.of(), List.of());
            case Target.AddressBook _, Target.InCampaign _ -> ofPeople(one, layout.header(), first);
        };
    }

    private Preview ofPeople(Import one, List<String> header, List<ListRow> rows) {
        List<List<String>> cells = rows.stream()
                .filter(ListRow.Cells.class::isInstance)
                .map(row -> ((ListRow.Cells) row).cells())
                .toList();
        RowReader reader = readers.people(one.details(), header);
        List<Preview.First> first =
                rows.stream().map(row -> first(one.details(), reader, row)).toList();
        return new Preview(one, Preview.columns(header, cells, one.details().columns()), first);
    }

    private static Preview.First first(Details details, RowReader reader, ListRow row) {
        long line = row.place().line();
        return switch (row) {
            case ListRow.Broken broken -> wrong(line, broken.problem());
            case ListRow.Cells cells ->
                switch (reader.read(details.id(), row.place(), cells.cells())) {
                    case RowReader.Row.Bad(Fate.Invalid invalid) -> wrong(line, invalid.problem());
                    case RowReader.Row.Bad _ -> throw new IllegalStateException("a row is read or invalid");
                    case RowReader.Row.Good(Candidate candidate) ->
                        new Preview.First(
                                line,
                                Optional.of(new Preview.Stored(candidate.profile(), candidate.variables())),
                                candidate.warnings(),
                                Optional.empty());
                };
        };
    }

    private static Preview.First wrong(long line, RowProblem problem) {
        return new Preview.First(line, Optional.empty(), List.of(), Optional.of(problem));
    }
}
