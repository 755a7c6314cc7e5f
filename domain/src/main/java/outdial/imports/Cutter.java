package outdial.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Cuts a list into chunks as its rows go by, and decides which of them repeat an earlier one.
final class Cutter {
    /// Seconds of work for one worker, with time to spare.
    static final int MOST_ROWS = 20_000;

    /// Where rows are long, so that what a report says of a chunk fits in memory.
    static final long MOST_BYTES = 8L * 1024 * 1024;

    private final Identifier reader;
    private final Consumer<Chunk> chunks;
    private final FirstRows firstRows;
    private final Map<Long, Long> repeats = new HashMap<>();
    private Place from = new Place(0, 1, 1);
    private int rows;
    private long allRows;
    private int number;

    Cutter(Identifier reader, Consumer<Chunk> chunks) {
        this(reader, chunks, new FirstRows());
    }

    Cutter(Identifier reader, Consumer<Chunk> chunks, FirstRows firstRows) {
        this.reader = reader;
        this.chunks = chunks;
        this.firstRows = firstRows;
    }

    /// False where there is no memory for the people of more rows.
    boolean row(ListRow row) {
        boolean full = rows == MOST_ROWS || row.place().offset() - from.offset() >= MOST_BYTES;
        if (full && rows > 0) cut(row.place().offset());
        if (rows == 0) from = row.place();
        rows++;
        if (row instanceof ListRow.Cells cells && reader.identify(cells.cells()) instanceof Identity.Known who) {
            OptionalLong first = firstRows.firstOf(who, row.place().line());
            first.ifPresent(earlier -> repeats.put(row.place().number(), earlier));
        }
        return !firstRows.full();
    }

    Import.Extent end(long fileSize) {
        if (rows > 0) cut(fileSize);
        return new Import.Extent(allRows, number);
    }

    private void cut(long to) {
        number++;
        chunks.accept(new Chunk(number, from, to, rows, repeats));
        allRows += rows;
        rows = 0;
        repeats.clear();
    }
}
