package outdial.imports;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A report lists the rows that were not imported: in front what was wrong, behind it the row as it was, so
/// that it can be mended and imported as it is.
public final class Report {
    private static final List<String> OWN_COLUMNS = List.of("row", "column", "reason", "message");

    private Report() {}

    /// A row that was not imported.
    ///
    /// @param row where it begins in the list as people have it: the line of a text, the row of a sheet
    /// @param original the row's cells; of a row that could not be taken apart, one cell with all of it
    public record Line(long row, String column, String reason, String message, List<String> original) {
        public Line {
            original = List.copyOf(original);
        }

        public List<String> cells() {
            return Stream.concat(Stream.of(Long.toString(row), column, reason, message), original.stream())
                    .toList();
        }
    }

    /// The names of a report's columns, for a list with this header.
    public static List<String> header(List<String> columns) {
        return Stream.concat(OWN_COLUMNS.stream(), columns.stream().skip(ownColumns(columns)))
                .toList();
    }

    /// How many columns at the start are a report's own, and not the list's: none, unless the list is a report.
    static int ownColumns(List<String> header) {
        boolean report = header.size() > OWN_COLUMNS.size()
                && header.subList(0, OWN_COLUMNS.size()).equals(OWN_COLUMNS);
        return report ? OWN_COLUMNS.size() : 0;
    }

    /// @param ownColumns of the list that the rows come from
    static List<Line> linesOf(List<ListRow> rows, List<Fate> fates, int ownColumns) {
        return IntStream.range(0, rows.size())
                .filter(i -> !took(fates.get(i)))
                .mapToObj(i -> line(rows.get(i), fates.get(i), ownColumns))
                .toList();
    }

    private static boolean took(Fate fate) {
        return switch (fate) {
            case Fate.Imported _, Fate.Updated _, Fate.Listed _ -> true;
            case Fate.Duplicate _, Fate.OnDoNotCall _, Fate.Invalid _ -> false;
        };
    }

    private static Line line(ListRow row, Fate fate, int ownColumns) {
        List<String> original = switch (row) {
            case ListRow.Cells cells -> cells.cells().stream().skip(ownColumns).toList();
            case ListRow.Broken broken -> List.of(broken.text());
        };
        return new Line(row.place().line(), fate.column(), fate.reason(), fate.message(), original);
    }
}
