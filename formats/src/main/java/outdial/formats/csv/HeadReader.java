package outdial.formats.csv;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outdial.formats.csv.CsvHead.Found;
import outdial.formats.csv.CsvHead.Headless;
import outdial.formats.csv.CsvHead.Reason;
import outdial.formats.csv.CsvHead.Refused;

/// Decides delimiter and header from the first bytes of a file.
final class HeadReader {
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] ZIP_AND_XLSX = {'P', 'K', 3, 4};

    /// Some programs fill cells up with zeros; a file that has more than that is no text.
    private static final int BYTES_PER_ZERO = 8;

    // What has seven digits or more, and nothing else but what people write between them, or what became of it.
    private static final Pattern PHONE =
            Pattern.compile("[+(]*(?:[0-9][ ().+-]*){7,}|[1-9][.,][0-9]+[Ee]\\+?[0-9]{1,2}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    /// The line by which Excel is told how cells are separated: <https://superuser.com/q/407082>.
    private static final Pattern DELIMITER_LINE = Pattern.compile("\"?[Ss][Ee][Pp]=([,;\t|])\"?[,;\t]*");

    private final byte[] start;
    private final boolean cut;
    private final Charset charset;

    HeadReader(byte[] bytes, Charset charset) {
        this.start = Arrays.copyOf(bytes, Math.min(bytes.length, CsvHead.BYTES));
        this.cut = bytes.length >= CsvHead.BYTES;
        this.charset = charset;
    }

    CsvHead read() {
        if (isBinary()) {
            return new Refused(Reason.BINARY);
        }
        int mark = startsWith(UTF_8_MARK) ? UTF_8_MARK.length : 0;
        CsvDialect dialect = new CsvDialect(charset, DelimiterGuess.of(text()));
        RecordPlace first = new RecordPlace(mark, 0, 1);
        var scanner = scanner(dialect, first);
        if (!scanner.advance()) {
            return new Refused(Reason.EMPTY_FILE);
        }
        Matcher told = DELIMITER_LINE.matcher(scanner.text());
        return told.matches()
                ? header(new CsvDialect(charset, told.group(1).charAt(0)), afterLine(scanner))
                : header(dialect, first);
    }

    private CsvHead header(CsvDialect dialect, RecordPlace from) {
        var scanner = scanner(dialect, from);
        if (!scanner.advance()) {
            return new Refused(Reason.EMPTY_FILE);
        }
        boolean endUnseen = cut && scanner.following().offset() == start.length;
        if (endUnseen || scanner.problem().isPresent()) {
            return new Refused(Reason.BROKEN_HEADER);
        }
        List<String> cells = new CellReader(dialect.delimiter()).read(scanner.text());
        return cells.stream().anyMatch(HeadReader::isData)
                ? new Headless(dialect, cells, first(scanner.place()))
                : new Found(dialect, cells, scanner.following(), samples(dialect, scanner.following()));
    }

    /// None that may go on where nothing was read.
    private List<List<String>> samples(CsvDialect dialect, RecordPlace rows) {
        CsvRows found = new CsvRows(from(rows.offset()), dialect, rows);
        List<List<String>> samples = new ArrayList<>();
        while (samples.size() < CsvHead.SAMPLES && found.hasNext()) {
            boolean whole = found.next() instanceof CsvRow.Cells row && samples.add(row.cells());
            if (cut && !found.hasNext() && whole) samples.removeLast();
        }
        return samples;
    }

    private RecordScanner scanner(CsvDialect dialect, RecordPlace from) {
        return new RecordScanner(from(from.offset()), dialect, from);
    }

    private ByteArrayInputStream from(long offset) {
        return new ByteArrayInputStream(start, (int) offset, start.length - (int) offset);
    }

    private static RecordPlace afterLine(RecordScanner scanner) {
        RecordPlace next = scanner.following();
        return new RecordPlace(next.offset(), 0, next.line());
    }

    private CharBuffer text() {
        CharBuffer text = CharBuffer.allocate(start.length);
        charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(start), text, !cut);
        return text.flip();
    }

    /// It was read as a header, which has no number.
    private static RecordPlace first(RecordPlace row) {
        return new RecordPlace(row.offset(), 1, row.line());
    }

    private boolean isBinary() {
        if (startsWith(PDF) || startsWith(ZIP_AND_XLSX)) {
            return true;
        }
        int zeros = 0;
        for (byte b : start) {
            if (b == 0) {
                zeros++;
            } else if (b > 0 && Character.isISOControl(b) && !Character.isWhitespace(b)) {
                return true;
            }
        }
        return zeros > start.length / BYTES_PER_ZERO;
    }

    private boolean startsWith(byte[] mark) {
        return start.length >= mark.length && Arrays.mismatch(start, 0, mark.length, mark, 0, mark.length) < 0;
    }

    private static boolean isData(String cell) {
        return PHONE.matcher(cell).matches() || EMAIL.matcher(cell).matches();
    }
}
