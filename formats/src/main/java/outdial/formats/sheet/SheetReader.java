package outdial.formats.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads the rows of a sheet as they go by.
final class SheetReader {
    /// Excel has no more.
    private static final int MOST_ROWS = 1_048_576;

    private static final int MOST_COLUMNS = 16_384;

    private final Xml xml;
    private final CellText text;
    private final CsvLines lines;
    private int row;
    private int written;
    private final List<String> cells = new ArrayList<>();
    private int letters;

    SheetReader(Xml xml, CellText text, CsvLines lines) {
        this.xml = xml;
        this.text = text;
        this.lines = lines;
    }

    void read() throws IOException {
        while (xml.next() && !xml.ends("sheetData")) {
            if (xml.starts("row")) row();
        }
        lines.end();
    }

    private void row() throws IOException {
        int number = number(xml.attribute("r", Integer.toString(row + 1)));
        if (number <= row || number > MOST_ROWS) throw new IOException("row " + number + " after " + row);
        row = number;
        cells.clear();
        letters = 0;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) cell();
        }
        while (!cells.isEmpty() && cells.getLast().isEmpty()) cells.removeLast();
        if (cells.isEmpty()) return;
        for (written++; written < row; written++) lines.empty();
        lines.row(cells);
    }

    private void cell() throws IOException {
        int column = xml.attribute("r").isPresent() ? column(xml.attribute("r", "")) : cells.size();
        if (column < cells.size() || column >= MOST_COLUMNS) throw new IOException("cell in column " + column);
        String type = xml.attribute("t", "n");
        int style = number(xml.attribute("s", "0"));
        String value = value();
        if (value.isEmpty() || letters >= Xml.LONGEST_TEXT) return;
        while (cells.size() < column) cells.add("");
        cells.add(text.of(type, style, value));
        letters += cells.getLast().length();
    }

    /// What the cell holds as it is stored, or, of a text that is not shared, the text.
    private String value() throws IOException {
        StringBuilder value = new StringBuilder();
        boolean inValue = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("is") && value.isEmpty()) value.append(RichText.read(xml, "is"));
            else if (xml.starts("v")) inValue = true;
            else if (xml.ends("v")) inValue = false;
            else if (inValue) xml.addText(value);
        }
        return value.toString();
    }

    /// 0 for `A1`, 26 for `AA1`.
    private static int column(String reference) throws IOException {
        int column = 0;
        for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A'; i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
            if (reference.charAt(i) > 'Z' || column > MOST_COLUMNS) throw new IOException("no cell is " + reference);
        }
        return column - 1;
    }

    private static int number(String digits) throws IOException {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException broken) {
            throw new IOException(broken);
        }
    }
}
