package outdial.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import outdial.contact.Profile;

/// How a list is understood: what its columns mean, and its first rows as they are stored.
///
/// @param columns none where the list names none that means anything, as one of numbers alone
public record Preview(Import one, List<Column> columns, List<First> rows) {
    /// Rows that are shown.
    public static final int ROWS = 10;

    private static final int SAMPLES = 5;

    public Preview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// A column, what it is taken for, and some of what stands in it.
    public record Column(String name, Meaning meaning, List<String> samples) {
        public Column {
            samples = List.copyOf(samples);
        }
    }

    /// A row as it is stored, or what is wrong with it.
    ///
    /// @param line where it begins, as reports have it
    public record First(long line, Optional<Stored> stored, List<Warning> warnings, Optional<RowProblem> problem) {
        public First {
            warnings = List.copyOf(warnings);
        }
    }

    /// What is stored of a row: the contact, and what its agent may say of the list's own columns.
    public record Stored(Profile profile, Map<String, String> variables) {
        public Stored {
            variables = Map.copyOf(variables);
        }
    }

    /// What columns are taken for, by their names and what somebody said of them.
    public static List<Column> columns(List<String> header, List<List<String>> rows, Columns said) {
        Mapping mapping = Mapping.of(header, said);
        return IntStream.range(0, header.size())
                .mapToObj(column -> new Column(header.get(column), mapping.meaning(column), samples(rows, column)))
                .toList();
    }

    private static List<String> samples(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(cells -> column < cells.size() && !cells.get(column).isBlank())
                .map(cells -> cells.get(column))
                .limit(SAMPLES)
                .toList();
    }
}
