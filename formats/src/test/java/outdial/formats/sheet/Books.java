package outdial.formats.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes workbooks of the XML that is in them, for tests.
final class Books implements Parts {
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final List<String> relations = new ArrayList<>(List.of("rId1 worksheet worksheets/sheet1.xml"));

    private Books() {}

    /// A workbook with one sheet.
    ///
    /// @param rows what is inside `<sheetData>`
    static Books of(String rows) {
        return new Books()
                .with("[Content_Types].xml", "<Types/>")
                .with("xl/workbook.xml", """
                    <workbook xmlns:r="relations"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>
                    """.strip())
                .with("xl/_rels/workbook.xml.rels", relations("rId1 worksheet worksheets/sheet1.xml"))
                .with("xl/worksheets/sheet1.xml", sheet(rows));
    }

    static String sheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    /// @param relations each with its id, its kind and its target
    static String relations(String... relations) {
        StringBuilder xml = new StringBuilder("<Relationships>");
        for (String relation : relations) {
            String[] words = relation.split(" ", 3);
            xml.append("<Relationship Id=\"%s\" Type=\"http://x/%s\" Target=\"%s\"/>"
                    .formatted(words[0], words[1], words[2]));
        }
        return xml.append("</Relationships>").toString();
    }

    Books with(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    Books shared(String texts) {
        return with("xl/sharedStrings.xml", "<sst>" + texts + "</sst>")
                .related("rId2 sharedStrings /xl/sharedStrings.xml");
    }

    Books styles(String styles) {
        return with("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>").related("rId3 styles styles.xml");
    }

    private Books related(String relation) {
        relations.add(relation);
        return with("xl/_rels/workbook.xml.rels", relations(relations.toArray(String[]::new)));
    }

    @Override
    public boolean has(String name) {
        return parts.containsKey(name);
    }

    @Override
    public Optional<InputStream> open(String name) {
        return Optional.ofNullable(parts.get(name)).map(xml -> new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    /// The CSV, without its byte order mark, and with `\n` for line ends.
    String csv() throws IOException {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        if (!new Workbook(this).writeFirstSheet(csv)) return "no sheet";
        return csv.toString(UTF_8).substring(1).replace("\r\n", "\n");
    }
}
