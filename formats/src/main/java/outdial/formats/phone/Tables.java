package outdial.formats.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Reads the tables beside this class: a line each entry, `;` between the cells, `#` before a comment.
final class Tables {
    private Tables() {}

    static List<List<String>> read(String name) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Tables.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(";", -1)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A cell with several values.
    static List<String> words(String cell) {
        return List.of(cell.split(" ", -1));
    }
}
