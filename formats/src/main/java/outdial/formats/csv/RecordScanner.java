package outdial.formats.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Optional;
import outdial.formats.csv.CsvRow.Problem;

/// Finds records in a stream of bytes without decoding it, in one pass and in bounded memory.
///
/// A quote that is not closed within the longest record or before the end does not swallow what follows: its line alone
/// is a broken record and the next line begins a new one. Therefore a range cut where a record begins gives the same
/// records as the whole file does.
final class RecordScanner {
    /// In bytes. No contact comes near it: all that is stored of one must fit the 400 KB of a DynamoDB item.
    static final int LONGEST_RECORD = 256 * 1024;

    private static final int SHOWN_OF_TOO_LONG = 200;

    private final InputStream bytes;
    private final Charset charset;
    private final byte delimiter;
    private final int longestRecord;

    // When a record is looked for, the window holds a longest record with its line end, or all that is left.
    private final byte[] window;
    private long windowOffset;
    private int filled;
    private boolean drained;

    // The record found last is [from, to) of the window.
    private int from;
    private int to;
    private boolean blank;
    private Optional<Problem> problem = Optional.empty();
    private long number;
    private long line;

    private int next;
    private long nextLine;
    private boolean inTooLong;

    RecordScanner(InputStream bytes, CsvDialect dialect, RecordPlace start) {
        this(bytes, dialect, start, LONGEST_RECORD);
    }

    RecordScanner(InputStream bytes, CsvDialect dialect, RecordPlace start, int longestRecord) {
        this.bytes = bytes;
        this.charset = dialect.charset();
        this.delimiter = (byte) dialect.delimiter();
        this.longestRecord = longestRecord;
        this.window = new byte[2 * longestRecord];
        this.windowOffset = start.offset();
        this.number = start.number() - 1;
        this.nextLine = start.line();
    }

    /// Moves to the next record that is not empty; false at the end.
    boolean advance() {
        do {
            if (!find()) {
                return false;
            }
        } while (blank);
        number++;
        return true;
    }

    RecordPlace place() {
        return new RecordPlace(windowOffset + from, number, line);
    }

    /// Where to look for what comes after it.
    RecordPlace following() {
        return new RecordPlace(windowOffset + next, number + 1, nextLine);
    }

    /// The text of the record; of one that is too long, the beginning.
    String text() {
        return new String(window, from, to - from, charset);
    }

    /// The same as the bytes they were read from.
    ByteBuffer bytes() {
        return ByteBuffer.wrap(window, from, to - from);
    }

    Optional<Problem> problem() {
        return problem;
    }

    private boolean find() {
        if (inTooLong) {
            skipLine();
        }
        fill();
        from = next;
        line = nextLine;
        if (from == filled) {
            return false;
        }
        int limit = Math.min(filled, from + longestRecord);
        RecordEnd end = RecordEnd.find(window, from, limit, delimiter);
        if (!end.quoteOpen() && (end.at() < limit || atEnd(limit))) {
            found(end.at(), Optional.empty());
            nextLine += end.lineBreaks();
            blank = end.blank();
        } else {
            findBroken(limit, end);
        }
        return true;
    }

    private void findBroken(int limit, RecordEnd end) {
        int lineEnd = RecordEnd.ofLine(window, from, limit);
        if (end.quoteOpen() && (lineEnd < limit || atEnd(limit))) {
            found(lineEnd, Optional.of(Problem.UNCLOSED_QUOTE));
        } else {
            found(Math.min(limit, from + SHOWN_OF_TOO_LONG), Optional.of(Problem.TOO_LONG));
            next = limit;
            nextLine += end.lineBreaks();
            inTooLong = true;
        }
    }

    private void found(int end, Optional<Problem> problem) {
        to = end;
        this.problem = problem;
        blank = false;
        next = afterLineEnd(end);
        nextLine = line + 1;
    }

    private boolean atEnd(int limit) {
        return drained && limit == filled;
    }

    private int afterLineEnd(int end) {
        if (end == filled) {
            return end;
        }
        boolean pair = window[end] == '\r' && end + 1 < filled && window[end + 1] == '\n';
        return end + (pair ? 2 : 1);
    }

    private void skipLine() {
        inTooLong = false;
        do {
            fill();
            next = RecordEnd.ofLine(window, next, filled);
        } while (next == filled && !drained);
        fill();
        next = afterLineEnd(next);
    }

    private void fill() {
        if (drained || filled - next > longestRecord + 1) {
            return;
        }
        System.arraycopy(window, next, window, 0, filled - next);
        windowOffset += next;
        filled -= next;
        next = 0;
        filled += read(window.length - filled);
        drained = filled < window.length;
    }

    private int read(int most) {
        try {
            return bytes.readNBytes(window, filled, most);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
