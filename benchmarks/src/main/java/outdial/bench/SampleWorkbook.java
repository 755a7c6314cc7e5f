package outdial.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// [SampleList] as a workbook as Excel saves it: each text stands once among the shared ones, and cells refer
/// to it.
final class SampleWorkbook {
    /// The lead score; all else is text.
    private static final int NUMBER = 6;

    /// Phone, e-mail address, policy: hardly ever the same twice. Of the others all are in the first rows.
    private static final List<Integer> OF_ONE_ROW = List.of(0, 3, 7);

    private static final int FIRST_ROWS = 10_000;
    private static final List<String> HEADER = List.of(SampleList.HEADER.split(","));

    private final int rows;
    private final Map<String, Integer> common = new LinkedHashMap<>();

    private SampleWorkbook(int rows) {
        this.rows = rows;
        HEADER.forEach(this::note);
        for (int n = 0; n < FIRST_ROWS; n++) {
            List<String> cells = SampleList.cells(n);
            for (int column = 0; column < NUMBER; column++) {
                if (!OF_ONE_ROW.contains(column)) note(cells.get(column));
            }
        }
    }

    static void write(Path file, int rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Writer out = new BufferedWriter(new OutputStreamWriter(zip, UTF_8))) {
            new SampleWorkbook(rows).write(zip, out);
        }
    }

    private void write(ZipOutputStream zip, Writer out) throws IOException {
        zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        out.write("<Types/>");
        begin(zip, out, "xl/workbook.xml");
        out.write("<workbook xmlns:r=\"r\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\""
                + " r:id=\"rId1\"/></sheets></workbook>");
        begin(zip, out, "xl/_rels/workbook.xml.rels");
        out.write("<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"rId2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        begin(zip, out, "xl/worksheets/sheet1.xml");
        sheet(out);
        begin(zip, out, "xl/sharedStrings.xml");
        texts(out);
        out.flush();
    }

    private static void begin(ZipOutputStream zip, Writer out, String part) throws IOException {
        out.flush();
        zip.putNextEntry(new ZipEntry(part));
    }

    private void sheet(Writer out) throws IOException {
        int next = common.size();
        out.write("<worksheet><sheetData>");
        for (int row = 1; row <= rows + 1; row++) {
            List<String> cells = row == 1 ? HEADER : SampleList.cells(row - 2);
            out.write("<row r=\"" + row + "\">");
            for (int column = 0; column < cells.size(); column++) {
                String text = cells.get(column);
                boolean isNumber = row > 1 && column == NUMBER;
                out.write(cell(" r=\"" + (char) ('A' + column) + row + "\"", text, isNumber, next));
                if (!isNumber && isOfOneRow(text)) next++;
            }
            out.write("</row>");
        }
        out.write("</sheetData></worksheet>");
    }

    private String cell(String place, String text, boolean isNumber, int next) {
        if (isNumber) return "<c" + place + "><v>" + text + "</v></c>";
        return text.isEmpty() ? "" : shared(place, common.getOrDefault(text, next));
    }

    private boolean isOfOneRow(String text) {
        return !text.isEmpty() && !common.containsKey(text);
    }

    private static String shared(String place, int text) {
        return "<c" + place + " t=\"s\"><v>" + text + "</v></c>";
    }

    /// In the order in which the sheet refers to them.
    private void texts(Writer out) throws IOException {
        out.write("<sst>");
        for (String text : common.keySet()) out.write(shared(text));
        for (int n = 0; n < rows; n++) {
            List<String> cells = SampleList.cells(n);
            for (int column : OF_ONE_ROW) {
                String text = cells.get(column);
                if (isOfOneRow(text)) out.write(shared(text));
            }
        }
        out.write("</sst>");
    }

    private static String shared(String text) {
        return "<si><t>" + text.replace("&", "&amp;") + "</t></si>";
    }

    private void note(String text) {
        if (!text.isEmpty()) common.putIfAbsent(text, common.size());
    }
}
