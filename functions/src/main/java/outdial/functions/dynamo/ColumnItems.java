package outdial.functions.dynamo;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import outdial.imports.Columns;
import outdial.imports.Meaning;

/// What columns mean as a part of an item: `columns` by name, `otherColumns` for all others.
final class ColumnItems {
    private static final String OTHERS = "otherColumns";

    private ColumnItems() {}

    static void put(Item item, Columns columns) {
        item.put(
                        "columns",
                        columns.meanings().entrySet().stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey,
                                        entry -> entry.getValue().text())))
                .put(OTHERS, columns.others().name());
    }

    static Optional<Columns> read(Row row) {
        return row.optional(OTHERS).map(others -> new Columns(meanings(row), Columns.Others.valueOf(others)));
    }

    private static Map<String, Meaning> meanings(Row row) {
        return row.map("columns").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> Meaning.parse(entry.getValue()).orElseThrow()));
    }
}
