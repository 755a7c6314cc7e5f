package outdial.simulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outdial.formats.csv.CsvHead;
import outdial.formats.csv.CsvRow;
import outdial.formats.csv.CsvRows;

/// Reads a list of contacts as the import does; which column is what is for the import to find out.
final class ContactsFile {
    private ContactsFile() {}

    /// @throws Misused the file cannot be read, or is no list
    static List<Map<String, String>> read(Path file) {
        byte[] bytes = bytes(file);
        return switch (CsvHead.read(Arrays.copyOf(bytes, Math.min(bytes.length, CsvHead.BYTES)))) {
            case CsvHead.Found head -> rows(bytes, head);
            case CsvHead.Headless _ -> throw new Misused(file + " is no list: NO_HEADER.");
            case CsvHead.Refused(CsvHead.Reason reason) -> throw new Misused(file + " is no list: " + reason + ".");
        };
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Misused("Cannot read " + file + ": " + e.getMessage() + ".");
        }
    }

    private static List<Map<String, String>> rows(byte[] bytes, CsvHead.Found head) {
        int from = Math.toIntExact(head.rows().offset());
        Iterator<CsvRow> rows =
                new CsvRows(new ByteArrayInputStream(bytes, from, bytes.length - from), head.dialect(), head.rows());
        List<Map<String, String>> read = new ArrayList<>();
        rows.forEachRemaining(row -> {
            if (row instanceof CsvRow.Cells cells) read.add(byName(head.header(), cells.cells()));
        });
        return read;
    }

    private static Map<String, String> byName(List<String> header, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 0; column < Math.min(header.size(), cells.size()); column++) {
            row.putIfAbsent(header.get(column), cells.get(column));
        }
        return row;
    }
}
