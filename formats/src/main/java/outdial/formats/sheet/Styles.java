package outdial.formats.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How the cells of a workbook show numbers, by the number of their style.
final class Styles {
    private final List<NumberFormat> formats = new ArrayList<>();

    private Styles() {}

    /// @param part empty where the workbook has no styles
    static Styles read(InputStream part) throws IOException {
        Styles styles = new Styles();
        byte[] first = part.readNBytes(1);
        if (first.length == 0) return styles;
        Map<String, NumberFormat> own = new HashMap<>();
        boolean ofCells = false;
        try (Xml xml = new Xml(new SequenceInputStream(new ByteArrayInputStream(first), part))) {
            while (xml.next()) {
                if (xml.starts("numFmt")) {
                    own.put(xml.attribute("numFmtId", ""), NumberFormat.of(xml.attribute("formatCode", "")));
                } else if (xml.starts("cellXfs")) {
                    ofCells = true;
                } else if (xml.ends("cellXfs")) {
                    ofCells = false;
                } else if (ofCells && xml.starts("xf")) {
                    String id = xml.attribute("numFmtId", "0");
                    styles.formats.add(own.getOrDefault(id, NumberFormat.builtIn(id)));
                }
            }
        }
        return styles;
    }

    /// As it is where there is no such style.
    NumberFormat of(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : NumberFormat.GENERAL;
    }
}
