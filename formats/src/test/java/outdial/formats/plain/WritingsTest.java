package outdial.formats.plain;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outdial.formats.csv.CsvHead;
import outdial.formats.csv.CsvHead.Found;
import outdial.formats.csv.CsvRow;
import outdial.formats.csv.CsvRows;

/// The same rows, however a program writes them.
final class WritingsTest {
    private static final List<List<String>> CELLS = List.of(
            List.of("Name", "Phone", "Note"),
            List.of("Zo\u00EB", "+12025550101", ""),
            List.of("", "(202) 555-0102", "a,b;c|d\te"),
            List.of("Ann \"A\" Lee", "+44 20 7946 0018", "two\nlines"),
            List.of("\u00C9mile", "2025550103", "50 \u20AC"));

    enum Encoding {
        UTF_8_PLAIN(UTF_8, ""),
        UTF_8_MARKED(UTF_8, "\uFEFF"),
        UTF_16_LITTLE(UTF_16LE, ""),
        UTF_16_LITTLE_MARKED(UTF_16LE, "\uFEFF"),
        UTF_16_BIG(UTF_16BE, ""),
        UTF_16_BIG_MARKED(UTF_16BE, "\uFEFF"),
        WINDOWS_1252(Charset.forName("windows-1252"), "");

        private final Charset charset;
        private final String mark;

        Encoding(Charset charset, String mark) {
            this.charset = charset;
            this.mark = mark;
        }

        byte[] bytes(String text) {
            return (mark + text).getBytes(charset);
        }
    }

    enum Packing {
        NONE,
        GZIP,
        ZIP;

        byte[] pack(byte[] file) {
            return switch (this) {
                case NONE -> file;
                case GZIP -> Archives.gzip(file);
                case ZIP -> Archives.zip("list.csv", file);
            };
        }
    }

    record Writing(Encoding encoding, String delimiter, String lineEnd, boolean lastLineEnds, Packing packing) {
        byte[] file() {
            String text = CELLS.stream().map(this::line).collect(Collectors.joining(lineEnd));
            return packing.pack(encoding.bytes(lastLineEnds ? text + lineEnd : text));
        }

        private String line(List<String> cells) {
            return cells.stream().map(this::cell).collect(Collectors.joining(delimiter));
        }

        private String cell(String cell) {
            boolean plain = Stream.of("\"", "\n", delimiter).noneMatch(cell::contains);
            return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
        }

        @Override
        public String toString() {
            String shown = (delimiter + lineEnd)
                    .replace("\t", "tab")
                    .replace("\r", "CR")
                    .replace("\n", "LF");
            return encoding + " " + shown + (lastLineEnds ? "" : " open") + " " + packing;
        }
    }

    static Stream<Writing> writings() {
        List<Writing> all = new ArrayList<>();
        for (Encoding encoding : Encoding.values()) {
            for (String delimiter : List.of(",", ";", "\t", "|")) {
                for (String lineEnd : List.of("\n", "\r\n", "\r")) {
                    for (Packing packing : Packing.values()) {
                        all.add(new Writing(encoding, delimiter, lineEnd, true, packing));
                        all.add(new Writing(encoding, delimiter, lineEnd, false, packing));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writings")
    void the_rows_are_the_same(Writing writing) {
        byte[] text = plain(writing.file());

        Found head = (Found) CsvHead.read(text);
        assertThat(head.dialect().delimiter()).isEqualTo(writing.delimiter.charAt(0));
        assertThat(head.header()).isEqualTo(CELLS.getFirst());
        assertThat(rows(text, head)).isEqualTo(CELLS.subList(1, CELLS.size()));
    }

    private static List<List<String>> rows(byte[] text, Found head) {
        int from = (int) head.rows().offset();
        List<List<String>> rows = new ArrayList<>();
        new CsvRows(new ByteArrayInputStream(text, from, text.length - from), head.dialect(), head.rows())
                .forEachRemaining(row -> rows.add(((CsvRow.Cells) row).cells()));
        return rows;
    }

    private static byte[] plain(byte[] file) {
        if (PlainText.isPlain(file)) return file;
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        assertThat(new PlainText().rewrite(new ByteArrayInputStream(file), plain))
                .isEqualTo(new Rewriting.Done());
        return plain.toByteArray();
    }
}
