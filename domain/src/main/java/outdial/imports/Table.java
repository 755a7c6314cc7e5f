package outdial.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rows that came without a file, laid out as a list: names that mean the same field are one column.
record Table(Layout layout, List<ListRow> rows) {
    /// All that is stored of a row must fit the 400 KB of a DynamoDB item, at up to 3 bytes a character.
    private static final int LONGEST_ROW = 100_000;

    static Table of(List<Map<String, String>> rows) {
        Columns columns = new Columns();
        List<Map<Integer, String>> placed = rows.stream().map(columns::place).toList();
        List<ListRow> laidOut = new ArrayList<>();
        for (Map<Integer, String> row : placed) laidOut.add(row(laidOut.size() + 1, row, columns.names.size()));
        return new Table(new Layout("UTF-8", ',', columns.names), List.copyOf(laidOut));
    }

    /// All of it, knowing which rows repeat an earlier one.
    Chunk chunk(RowReader reader) {
        List<Chunk> chunks = new ArrayList<>();
        Cutter cutter = new Cutter(reader, chunks::add);
        boolean _ = rows.stream().allMatch(cutter::row);
        cutter.end(0);
        return chunks.getFirst();
    }

    private static ListRow row(long number, Map<Integer, String> placed, int columns) {
        Place place = new Place(0, number, number);
        List<String> cells = new ArrayList<>(Collections.nCopies(columns, ""));
        placed.forEach(cells::set);
        return cells.stream().mapToInt(String::length).sum() > LONGEST_ROW
                ? new ListRow.Broken(place, "", RowProblem.ROW_TOO_LONG)
                : new ListRow.Cells(place, "", List.copyOf(cells));
    }

    private static final class Columns {
        final List<String> names = new ArrayList<>();
        private final Map<String, Integer> byMeaning = new HashMap<>();

        Map<Integer, String> place(Map<String, String> row) {
            Map<Integer, String> placed = new LinkedHashMap<>();
            row.forEach((name, value) -> {
                int column = column(Field.named(name).map(Field::name).orElse(name), name);
                placed.put(placed.containsKey(column) ? column(name, name) : column, value);
            });
            return placed;
        }

        private int column(String meaning, String name) {
            return byMeaning.computeIfAbsent(meaning, _ -> {
                names.add(name);
                return names.size() - 1;
            });
        }
    }
}
