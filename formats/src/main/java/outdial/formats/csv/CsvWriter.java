package outdial.formats.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes rows as RFC 4180 has them, for people to open in a spreadsheet.
///
/// What others wrote into a list must not run there: a cell that a spreadsheet could take for a formula gets an
/// apostrophe in front, as <https://owasp.org/www-community/attacks/CSV_Injection> advises. Phone numbers and other
/// plain numbers cannot do harm and stay as they are.
public final class CsvWriter {
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9 ().-]+");

    private final CSVPrinter printer;

    /// Writes to `out`, whose failure makes a row throw an [UncheckedIOException].
    public CsvWriter(Appendable out) {
        try {
            this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Adds one row, ended by CRLF.
    public void row(List<String> cells) {
        try {
            printer.printRecord(cells.stream().map(CsvWriter::harmless));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String harmless(String cell) {
        boolean formula =
                FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
        return formula ? "'" + cell : cell;
    }
}
