package outdial.formats.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outdial.formats.csv.CsvHead.Found;
import outdial.formats.csv.CsvHead.Headless;
import outdial.formats.csv.CsvHead.Reason;
import outdial.formats.csv.CsvHead.Refused;

final class CsvHeadTest {
    private static final Map<Character, String> NAMES =
            Map.of(',', "comma", ';', "semicolon", '\t', "tab", '|', "pipe");

    static Stream<Cases.Case> cases() {
        return Cases.of("heads.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void heads_are_read_as_the_table_says(Cases.Case example) {
        assertThat(shown(CsvHead.read(example.bytes()))).isEqualTo(String.join("", example.out()));
    }

    @Test
    void only_the_first_64_kilobytes_matter() {
        byte[] file = ("name,phone\n" + "é".repeat(40_000) + "\0").getBytes(UTF_8);

        assertThat(CsvHead.read(file))
                .isEqualTo(new Found(
                        new CsvDialect(UTF_8, ','), List.of("name", "phone"), new RecordPlace(11, 1, 2), List.of()));
    }

    @Test
    void a_header_must_end_within_them() {
        assertThat(CsvHead.read(("name," + "x".repeat(70_000) + "\nAda,1\n").getBytes(UTF_8)))
                .isEqualTo(new Refused(Reason.BROKEN_HEADER));
    }

    @Test
    void the_first_rows_that_can_be_read_are_samples() {
        byte[] file = "name,phone\nAda,1\n\nBob,\"2\n\nCy,3\nDi,4\nEd,5\nFay,6\nGus,7\n".getBytes(UTF_8);

        assertThat(((Found) CsvHead.read(file)).samples())
                .containsExactly(
                        List.of("Ada", "1"),
                        List.of("Cy", "3"),
                        List.of("Di", "4"),
                        List.of("Ed", "5"),
                        List.of("Fay", "6"));
    }

    @Test
    void a_row_that_may_go_on_behind_the_first_bytes_is_no_sample() {
        byte[] file = ("name,phone\nAda,1\nBob," + "2".repeat(70_000)).getBytes(UTF_8);

        assertThat(((Found) CsvHead.read(file)).samples()).containsExactly(List.of("Ada", "1"));
    }

    private static String shown(CsvHead head) {
        return switch (head) {
            case Refused(var reason) -> reason.name();
            case Found(var dialect, var header, var rows, var _) -> shown("", dialect, header, rows);
            case Headless(var dialect, var firstRow, var rows) -> shown("no header, ", dialect, firstRow, rows);
        };
    }

    private static String shown(String what, CsvDialect dialect, List<String> cells, RecordPlace rows) {
        return "%s%s%s, rows %d at %d line %d: %s"
                .formatted(
                        what,
                        dialect.charset().equals(UTF_8) ? "" : dialect.charset().name() + " ",
                        NAMES.get(dialect.delimiter()),
                        rows.number(),
                        rows.offset(),
                        rows.line(),
                        Cases.shown(cells));
    }
}
