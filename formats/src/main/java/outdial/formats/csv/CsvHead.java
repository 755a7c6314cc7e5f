package outdial.formats.csv;

import java.util.List;

/// What the first bytes of a file say about the rest of it.
public sealed interface CsvHead {
    /// How many bytes at the start of a file are enough to read its head.
    int BYTES = 64 * 1024;

    /// A list with a header.
    ///
    /// @param header the cells of the first row that is not empty; names may be empty or repeated
    /// @param rows where to look for the first row after the header
    record Found(CsvDialect dialect, List<String> header, RecordPlace rows) implements CsvHead {}

    /// A list without a header: its first row has a phone number or an e-mail address, and no names of columns.
    ///
    /// @param firstRow its cells
    /// @param rows where the first row begins
    record Headless(CsvDialect dialect, List<String> firstRow, RecordPlace rows) implements CsvHead {}

    /// Not a list that can be read.
    record Refused(Reason reason) implements CsvHead {}

    /// Why a file cannot be read.
    enum Reason {
        /// No bytes, or nothing but empty rows.
        EMPTY_FILE,
        /// Not text: a spreadsheet, an archive, a PDF, a picture.
        BINARY,
        /// Text, but not UTF-8.
        UNKNOWN_ENCODING,
        /// The first row has a quote that nothing closes, or does not end within [#BYTES].
        BROKEN_HEADER
    }

    /// Reads the head of a file.
    ///
    /// @param start the first [#BYTES] of the file, or all of it if it is shorter
    static CsvHead read(byte[] start) {
        return new HeadReader(start).read();
    }
}
