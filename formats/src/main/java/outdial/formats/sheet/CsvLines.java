package outdial.formats.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/// Rows of a sheet as lines of RFC 4180, each of them one line.
final class CsvLines {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private final Writer out;
    private final CSVPrinter printer;

    // All is quoted in the header, so that the comma is the only delimiter that it can seem to have.
    private final CSVPrinter headerPrinter;
    private boolean begun;

    CsvLines(OutputStream bytes) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(bytes, UTF_8));
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        this.headerPrinter = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get());
        out.write(BYTE_ORDER_MARK);
    }

    void empty() throws IOException {
        printer.println();
    }

    /// @param cells at least one of them is not empty
    void row(List<String> cells) throws IOException {
        List<String> lines = cells.stream().map(CsvLines::oneLine).toList();
        if (begun) printer.printRecord(lines);
        else headerPrinter.printRecord(lines);
        begun = true;
    }

    void end() throws IOException {
        out.flush();
    }

    private static String oneLine(String cell) {
        return cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0
                ? cell
                : LINE_BREAK.matcher(cell).replaceAll(" ");
    }
}
