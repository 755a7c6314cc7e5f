package outdial.formats.csv;

/// Walks over the bytes of one record to its end.
///
/// A quote opens a quoted cell only where the cell begins, blanks before it left aside, and whatever stands
/// between the closing quote and the delimiter belongs to the cell: as commons-csv reads it when it is lenient.
final class RecordEnd {
    private static final byte QUOTE = '"';

    private final byte[] bytes;
    private final int limit;
    private int at;
    private int lineBreaks;
    private boolean blank = true;
    private boolean quoteOpen;

    private RecordEnd(byte[] bytes, int from, int limit) {
        this.bytes = bytes;
        this.at = from;
        this.limit = limit;
    }

    static RecordEnd find(byte[] bytes, int from, int limit, byte delimiter) {
        var end = new RecordEnd(bytes, from, limit);
        end.walk(delimiter);
        return end;
    }

    /// The index of the line end after the record, or the limit where none was found.
    int at() {
        return at;
    }

    /// The limit was reached inside a quoted cell.
    boolean quoteOpen() {
        return quoteOpen;
    }

    /// Line breaks inside quoted cells.
    int lineBreaks() {
        return lineBreaks;
    }

    /// All cells are empty.
    boolean blank() {
        return blank;
    }

    /// The index of the first CR or LF, or the limit.
    static int ofLine(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && !isLineEnd(bytes[at])) {
            at++;
        }
        return at;
    }

    private void walk(byte delimiter) {
        boolean cellBegins = true;
        while (at < limit && !isLineEnd(bytes[at])) {
            byte b = bytes[at++];
            if (b == delimiter) {
                cellBegins = true;
            } else if (b == QUOTE && cellBegins) {
                cellBegins = false;
                walkToClosingQuote();
            } else if (!isBlank(b)) {
                cellBegins = false;
                blank = false;
            }
        }
    }

    private void walkToClosingQuote() {
        while (at < limit) {
            byte b = bytes[at++];
            if (b != QUOTE) {
                blank &= isBlank(b);
                lineBreaks += isLineEnd(b) && !isCarriageReturnOfPair() ? 1 : 0;
            } else if (at < limit && bytes[at] == QUOTE) {
                at++;
                blank = false;
            } else {
                return;
            }
        }
        quoteOpen = true;
    }

    // The byte before `at` is the CR of a CRLF, which is one line break.
    private boolean isCarriageReturnOfPair() {
        return bytes[at - 1] == '\r' && at < limit && bytes[at] == '\n';
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    /// Zeros too: they are left out of cells.
    private static boolean isBlank(byte b) {
        return b == 0 || (b > 0 && Character.isWhitespace(b));
    }
}
