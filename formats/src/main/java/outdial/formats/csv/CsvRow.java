package outdial.formats.csv;

import java.util.List;

/// One record of a file, with the text it was read from so that a report can show it as it was.
public sealed interface CsvRow {
    /// Where the record begins.
    RecordPlace place();

    /// The record as written, without the line end.
    String text();

    /// A record that could be read.
    ///
    /// @param cells as many as the record has, perhaps fewer or more than the header; white space around removed
    record Cells(RecordPlace place, String text, List<String> cells) implements CsvRow {}

    /// A record that could not be read; the ones after it can.
    ///
    /// @param text of a record that is too long only the beginning; what is no text in it is shown as U+FFFD
    record Broken(RecordPlace place, String text, Problem problem) implements CsvRow {}

    /// Why a record could not be read.
    enum Problem {
        /// A quote opens a cell and nothing closes it; the record is taken to end with its line.
        UNCLOSED_QUOTE,
        /// More than 256 KB without an end.
        TOO_LONG,
        /// Bytes that are no text in the file's encoding.
        BAD_ENCODING
    }
}
