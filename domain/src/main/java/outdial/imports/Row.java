package outdial.imports;

import java.util.function.Function;

/// What came of reading a row of a list: what it says, or why that counts for nothing.
sealed interface Row<T> {
    record Good<T>(T said) implements Row<T> {}

    record Bad<T>(Fate why) implements Row<T> {}

    /// @param chunk that the row is in
    /// @param read reads a row that can be taken apart and repeats no earlier one
    static <T> Row<T> of(ListRow row, Chunk chunk, Function<ListRow.Cells, Row<T>> read) {
        return switch (row) {
            case ListRow.Broken broken -> new Bad<>(new Fate.Invalid("", broken.problem()));
            case ListRow.Cells cells ->
                chunk.repeatedBy(row.place().number())
                        .<Row<T>>map(first -> new Bad<>(new Fate.DuplicateInFile(first)))
                        .orElseGet(() -> read.apply(cells));
        };
    }
}
