package outdial.formats.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import outdial.formats.csv.CsvHead.Found;
import outdial.formats.csv.CsvHead.Headless;
import outdial.formats.csv.CsvHead.Reason;
import outdial.formats.csv.CsvHead.Refused;

/// Decides encoding, delimiter and header from the first bytes of a file.
final class HeadReader {
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_MARK = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_MARK_SWAPPED = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] ZIP_AND_XLSX = {'P', 'K', 3, 4};

    // What has seven digits or more, and nothing else but what people write between them.
    private static final Pattern PHONE = Pattern.compile("[+(]*(?:[0-9][ ().+-]*){7,}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final byte[] start;
    private final boolean cut;

    HeadReader(byte[] bytes) {
        this.start = Arrays.copyOf(bytes, Math.min(bytes.length, CsvHead.BYTES));
        this.cut = bytes.length >= CsvHead.BYTES;
    }

    CsvHead read() {
        if (startsWith(UTF_16_MARK) || startsWith(UTF_16_MARK_SWAPPED)) {
            return new Refused(Reason.UNKNOWN_ENCODING);
        }
        if (isBinary()) {
            return new Refused(Reason.BINARY);
        }
        var text = CharBuffer.allocate(start.length);
        if (UTF_8.newDecoder().decode(ByteBuffer.wrap(start), text, !cut).isError()) {
            return new Refused(Reason.UNKNOWN_ENCODING);
        }
        return header(new CsvDialect(UTF_8, DelimiterGuess.of(text.flip())));
    }

    private CsvHead header(CsvDialect dialect) {
        int mark = startsWith(UTF_8_MARK) ? UTF_8_MARK.length : 0;
        var scanner = new RecordScanner(
                new ByteArrayInputStream(start, mark, start.length - mark), dialect, new RecordPlace(mark, 0, 1));
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
                : new Found(dialect, cells, scanner.following());
    }

    /// It was read as a header, which has no number.
    private static RecordPlace first(RecordPlace row) {
        return new RecordPlace(row.offset(), 1, row.line());
    }

    private boolean isBinary() {
        if (startsWith(PDF) || startsWith(ZIP_AND_XLSX)) {
            return true;
        }
        for (byte b : start) {
            if (b >= 0 && Character.isISOControl(b) && !Character.isWhitespace(b)) {
                return true;
            }
        }
        return false;
    }

    private boolean startsWith(byte[] mark) {
        return start.length >= mark.length && Arrays.mismatch(start, 0, mark.length, mark, 0, mark.length) < 0;
    }

    private static boolean isData(String cell) {
        return PHONE.matcher(cell).matches() || EMAIL.matcher(cell).matches();
    }
}
