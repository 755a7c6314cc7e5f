package outdial.formats.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A workbook as `.xlsx` (ECMA-376, Office Open XML).
public final class Workbook {
    /// In bytes, of a part that tells of others. Those of real workbooks have some hundred kilobytes.
    private static final int MOST_OF_A_SMALL_PART = 16 * 1024 * 1024;

    private static final Set<String> HIDDEN = Set.of("hidden", "veryHidden");

    private final Parts parts;

    /// What an archive is, among workbooks.
    public enum Kind {
        XLSX,
        /// `.xlsb`, `.ods`.
        OTHER,
        NONE
    }

    public Workbook(Parts parts) {
        this.parts = parts;
    }

    public static Kind in(Parts parts) throws IOException {
        if (parts.has("xl/workbook.bin")) return Kind.OTHER;
        if (!parts.has("[Content_Types].xml")) return isOpenDocument(parts) ? Kind.OTHER : Kind.NONE;
        return parts.has("xl/workbook.xml") ? Kind.XLSX : Kind.NONE;
    }

    private static boolean isOpenDocument(Parts parts) {
        return parts.has("mimetype") && parts.has("content.xml");
    }

    /// Writes the first sheet that people see as comma-separated UTF-8 with a byte order mark: line 5 is row 5
    /// of the sheet. Cells are as people see them, formulas as what they came to when the workbook was saved;
    /// dates and times are `2026-11-22`, `2026-11-22 09:30:00` and `09:30:00`; a line break within a cell is a
    /// space.
    ///
    /// @return false where no sheet is visible
    /// @throws IOException the workbook is damaged, or a stream breaks
    public boolean writeFirstSheet(OutputStream csv) throws IOException {
        String book = "xl/workbook.xml";
        Map<String, Relation> relations = relations();
        Optional<Shown> sheet = firstSheet(book, relations);
        if (sheet.isEmpty()) return false;
        Styles styles = styles(relations);
        SharedTexts texts = sharedTexts(relations);
        CellText cells = new CellText(texts, styles, sheet.get().since1904());
        try (InputStream part = part(sheet.get().part());
                Xml xml = new Xml(part)) {
            new SheetReader(xml, cells, new CsvLines(csv)).read();
            // What follows the rows is not read, but whoever unpacks the part sees only at its end whether it is whole.
            part.transferTo(OutputStream.nullOutputStream());
        }
        return true;
    }

    private record Shown(String part, boolean since1904) {}

    /// A part that another refers to.
    private record Relation(String kind, String part) {
        /// Charts are not.
        boolean isSheet() {
            return kind.equals("worksheet");
        }
    }

    private Optional<Shown> firstSheet(String book, Map<String, Relation> relations) throws IOException {
        boolean since1904 = false;
        try (Xml xml = new Xml(small(part(book)))) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    since1904 = Set.of("1", "true").contains(xml.attribute("date1904", "0"));
                } else if (xml.starts("sheet") && !HIDDEN.contains(xml.attribute("state", "visible"))) {
                    Relation relation = relation(xml.attribute("id", ""), relations);
                    if (relation.isSheet()) return Optional.of(new Shown(relation.part(), since1904));
                }
            }
        }
        return Optional.empty();
    }

    private static Relation relation(String id, Map<String, Relation> relations) throws IOException {
        Relation relation = relations.get(id);
        if (relation == null) throw new IOException("a sheet without a part");
        return relation;
    }

    private Styles styles(Map<String, Relation> relations) throws IOException {
        try (InputStream part = small(optional(relations, "styles"))) {
            return Styles.read(part);
        }
    }

    private SharedTexts sharedTexts(Map<String, Relation> relations) throws IOException {
        try (InputStream part = optional(relations, "sharedStrings")) {
            return SharedTexts.read(part);
        }
    }

    private InputStream optional(Map<String, Relation> relations, String kind) throws IOException {
        for (Relation relation : relations.values()) {
            if (relation.kind().equals(kind)) return part(relation.part());
        }
        return InputStream.nullInputStream();
    }

    private static InputStream small(InputStream part) throws IOException {
        try (part) {
            byte[] whole = part.readNBytes(MOST_OF_A_SMALL_PART + 1);
            if (whole.length > MOST_OF_A_SMALL_PART)
                throw new IOException("a part of more than " + MOST_OF_A_SMALL_PART);
            return new ByteArrayInputStream(whole);
        }
    }

    private InputStream part(String name) throws IOException {
        return parts.open(name).orElseThrow(() -> new IOException("no part " + name));
    }

    private Map<String, Relation> relations() throws IOException {
        Map<String, Relation> relations = new HashMap<>();
        try (Xml xml = new Xml(small(part("xl/_rels/workbook.xml.rels")))) {
            while (xml.next()) {
                if (!xml.starts("Relationship")) continue;
                String type = xml.attribute("Type", "");
                String target = xml.attribute("Target", "");
                relations.put(
                        xml.attribute("Id", ""),
                        new Relation(
                                type.substring(type.lastIndexOf('/') + 1),
                                target.startsWith("/") ? target.substring(1) : "xl/" + target));
            }
        }
        return relations;
    }
}
