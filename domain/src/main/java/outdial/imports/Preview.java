package outdial.imports;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import outdial.contact.Profile;
import outdial.donotcall.DoNotCallEntry;

/// How a list is understood: what its columns mean, and its first rows as they are stored.
public record Preview(Import one, List<Column> columns, List<First> rows) {
    /// Rows that are shown.
    public static final int ROWS = 10;

    private static final int SAMPLES = 5;

    public Preview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// A column, what it is taken for, and some of what stands in it.
    ///
    /// @param meaning as the API writes it
    public record Column(String name, String meaning, List<String> samples) {
        public Column {
            samples = List.copyOf(samples);
        }
    }

    /// A row as it is stored, or what is wrong with it.
    ///
    /// `line` is where it begins, as reports have it.
    public sealed interface First {
        long line();

        /// @param variables what an agent may say of the list's own columns
        record Person(long line, Profile profile, Map<String, String> variables, List<Warning> warnings)
                implements First {
            public Person {
                variables = Map.copyOf(variables);
                warnings = List.copyOf(warnings);
            }
        }

        /// Of a do-not-call list.
        record Entry(long line, DoNotCallEntry entry) implements First {}

        record Refused(long line, Fate why) implements First {}
    }

    /// What columns are taken for, by their names and what somebody said of them.
    public static List<Column> columns(List<String> header, List<List<String>> rows, Columns said) {
        Mapping mapping = Mapping.of(header, said);
        return columns(header, rows, column -> mapping.meaning(column).text());
    }

    static List<Column> columns(List<String> header, List<List<String>> rows, IntFunction<String> meaning) {
        return IntStream.range(0, header.size())
                .mapToObj(column -> new Column(header.get(column), meaning.apply(column), samples(rows, column)))
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
