package outdial.formats.csv;

import java.nio.charset.Charset;
import java.util.List;
import outdial.formats.text.EncodingCensus;

/// What the first bytes of a file say about the rest of it.
public sealed interface CsvHead {
    /// How many bytes at the start of a file are enough to read its head.
    int BYTES = 64 * 1024;

    /// How many rows are shown to those who say which column is which.
    int SAMPLES = 5;

    /// A list with a header.
    ///
    /// @param header the cells of the first row that is not empty; names may be empty or repeated
    /// @param rows where to look for the first row after the header
    /// @param samples the cells of the first rows that could be read, [#SAMPLES] at most
    record Found(CsvDialect dialect, List<String> header, RecordPlace rows, List<List<String>> samples)
            implements CsvHead {
        public Found {
            header = List.copyOf(header);
            samples = List.copyOf(samples);
        }
    }

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
        /// Not text: a PDF, a picture, or an archive that was not unpacked beforehand.
        BINARY,
        /// Text, but neither UTF-8 nor Windows-1252.
        UNKNOWN_ENCODING,
        /// The first row has a quote that nothing closes, or does not end within [#BYTES].
        BROKEN_HEADER
    }

    /// Reads the head of a file, in the encoding that its first bytes seem to have.
    ///
    /// @param start the first [#BYTES] of the file, or all of it if it is shorter
    static CsvHead read(byte[] start) {
        EncodingCensus census = new EncodingCensus();
        census.look(start);
        return census.answer()
                .<CsvHead>map(charset -> read(start, charset))
                .orElseGet(() -> new Refused(Reason.UNKNOWN_ENCODING));
    }

    /// Reads the head of a file whose encoding is known, as [EncodingCensus] finds it.
    ///
    /// @param start the first [#BYTES] of the file, or all of it if it is shorter
    /// @param charset as [CsvDialect] allows it
    static CsvHead read(byte[] start, Charset charset) {
        return new HeadReader(start, charset).read();
    }
}
