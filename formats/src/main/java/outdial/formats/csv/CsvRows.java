package outdial.formats.csv;

import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import outdial.formats.csv.CsvRow.Broken;
import outdial.formats.csv.CsvRow.Cells;
import outdial.formats.csv.CsvRow.Problem;

/// The rows of a file, or of a range of it that begins where a record begins. Empty rows, those whose cells are all
/// empty, are no rows. Whatever the bytes are, each row comes out as one [CsvRow]; only a failing stream throws, an
/// [UncheckedIOException].
///
/// Reads ahead half a megabyte, whatever the size of the file. Does not close the stream.
public final class CsvRows implements Iterator<CsvRow> {
    private static final char REPLACEMENT = '\uFFFD';

    private final CsvDialect dialect;
    private final RecordScanner scanner;
    private final CellReader cells;
    private boolean looked;
    private boolean more;

    /// Reads from where `start` says: the place of [CsvHead.Found], or of any row seen before.
    ///
    /// @param bytes the file from `start.offset()` on, up to its end or to where another record begins
    public CsvRows(InputStream bytes, CsvDialect dialect, RecordPlace start) {
        this(new RecordScanner(bytes, dialect, start), dialect);
    }

    CsvRows(RecordScanner scanner, CsvDialect dialect) {
        this.scanner = scanner;
        this.dialect = dialect;
        this.cells = new CellReader(dialect.delimiter());
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
    public CsvRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no row after the last");
        }
        looked = false;
        String text = scanner.text();
        Optional<Problem> problem = scanner.problem().or(() -> encodingProblem(text));
        return problem.isPresent()
                ? new Broken(scanner.place(), text, problem.get())
                : new Cells(scanner.place(), text, cells.read(text));
    }

    private Optional<Problem> encodingProblem(String text) {
        if (text.indexOf(REPLACEMENT) < 0) {
            return Optional.empty();
        }
        try {
            dialect.charset().newDecoder().decode(scanner.bytes());
            return Optional.empty();
        } catch (CharacterCodingException notText) {
            return Optional.of(Problem.BAD_ENCODING);
        }
    }
}
