package outdial.formats.csv;

import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// The places of all records of a file, found without decoding it: for cutting it into ranges of so many records.
/// [CsvRows] finds the same records in such a range as in the whole file.
///
/// Reads ahead half a megabyte, whatever the size of the file. Does not close the stream; if that fails, throws
/// [java.io.UncheckedIOException].
public final class RecordBoundaries implements Iterator<RecordPlace> {
    private final RecordScanner scanner;
    private boolean looked;
    private boolean more;

    /// Looks from where `start` says: the place of [CsvHead.Found], or of any record seen before.
    ///
    /// @param bytes the file from `start.offset()` on
    public RecordBoundaries(InputStream bytes, CsvDialect dialect, RecordPlace start) {
        this.scanner = new RecordScanner(bytes, dialect, start);
    }

    @Override
    public boolean hasNext() {
        if (!looked) {
            more = scanner.advance();
            looked = true;
        }
        return more;
    }

    @Override
    public RecordPlace next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no record after the last");
        }
        looked = false;
        return scanner.place();
    }
}
