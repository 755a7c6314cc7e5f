package outdial.formats.csv;

import java.nio.charset.Charset;

/// How a file writes its cells. Quotes are always `"`, doubled inside a quoted cell; lines end in CRLF, LF or CR.
///
/// @param charset one in which the bytes of ASCII mean only ASCII, such as UTF-8; others are rewritten beforehand
/// @param delimiter an ASCII character
public record CsvDialect(Charset charset, char delimiter) {
    private static final int ASCII = 128;

    /// Refuses delimiters that could be part of a cell or a line end.
    public CsvDialect {
        if (delimiter >= ASCII || delimiter == '"' || delimiter == '\r' || delimiter == '\n') {
            throw new IllegalArgumentException("delimiter must be ASCII and no quote or line end, was " + delimiter);
        }
    }
}
