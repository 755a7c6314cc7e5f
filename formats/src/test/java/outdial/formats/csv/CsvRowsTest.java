package outdial.formats.csv;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.formats.csv.CsvRow.Broken;
import outdial.formats.csv.CsvRow.Cells;
import outdial.formats.csv.CsvRow.Problem;

final class CsvRowsTest {
    private static final CsvDialect COMMA = new CsvDialect(UTF_8, ',');
    private static final RecordPlace START = new RecordPlace(0, 1, 1);

    static Stream<Cases.Case> cases() {
        return Cases.of("rows.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void rows_are_found_as_the_table_says(Cases.Case example) {
        assertThat(rows(example).stream().map(CsvRowsTest::shown)).isEqualTo(example.out());
    }

    @Test
    void a_row_keeps_its_text_as_it_was_written() {
        assertThat(rows(bytes("a , \"b\nb\"\"\" ,c\r\n"), START))
                .containsExactly(new Cells(START, "a , \"b\nb\"\"\" ,c", List.of("a", "b\nb\"", "c")));
    }

    @Test
    void reading_goes_on_from_any_place_seen_before() {
        byte[] file = bytes("name,phone\r\n\r\nAda,\"1\n1\"\r\nBob,2\r\n");
        RecordPlace bob = rows(file, START).get(2).place();

        List<CsvRow> rest = rows(bytes("Bob,2\r\n"), bob);

        assertThat(rest).containsExactly(new Cells(new RecordPlace(25, 3, 5), "Bob,2", List.of("Bob", "2")));
    }

    @Test
    void an_open_quote_breaks_only_its_line_however_much_follows() {
        String innocent = "c,d\n".repeat(500_000);

        List<CsvRow> rows = rows(bytes("a,\"b\n" + innocent), START);

        assertThat(rows).hasSize(500_001);
        assertThat(rows.getFirst()).isEqualTo(new Broken(START, "a,\"b", Problem.UNCLOSED_QUOTE));
        assertThat(rows.getLast())
                .isEqualTo(new Cells(new RecordPlace(2_000_001, 500_001, 500_001), "c,d", List.of("c", "d")));
    }

    @Test
    void the_longest_row_that_can_be_read_has_256_kilobytes() {
        String longest = "x".repeat(256 * 1024 - 1);

        assertThat(rows(bytes(longest + "\na"), START))
                .containsExactly(
                        new Cells(START, longest, List.of(longest)),
                        new Cells(new RecordPlace(262_144, 2, 2), "a", List.of("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void a_longer_row_is_left_out_up_to_its_line_end(String lineEnd) {
        String tooLong = "x".repeat(1_000_000);

        assertThat(rows(bytes("a" + lineEnd + tooLong + lineEnd + "b"), START))
                .containsExactly(
                        new Cells(START, "a", List.of("a")),
                        new Broken(new RecordPlace(1 + lineEnd.length(), 2, 2), "x".repeat(200), Problem.TOO_LONG),
                        new Cells(new RecordPlace(1_000_001 + 2 * lineEnd.length(), 3, 3), "b", List.of("b")));
    }

    @Test
    void a_longer_row_may_be_the_last() {
        assertThat(rows(bytes("x".repeat(300_000)), START))
                .containsExactly(new Broken(START, "x".repeat(200), Problem.TOO_LONG));
    }

    @Test
    void a_quote_left_open_in_a_row_that_is_too_long_does_not_reach_the_next() {
        String tooLong = "\"" + "x".repeat(300_000);

        assertThat(rows(bytes(tooLong + "\nb"), START))
                .containsExactly(
                        new Broken(START, "\"" + "x".repeat(199), Problem.TOO_LONG),
                        new Cells(new RecordPlace(300_002, 2, 2), "b", List.of("b")));
    }

    @Test
    void lines_inside_a_row_that_is_too_long_are_counted() {
        String tooLong = "\"1\n2\"," + "x".repeat(300_000);

        assertThat(rows(bytes(tooLong + "\nb"), START).getLast().place()).isEqualTo(new RecordPlace(300_007, 2, 3));
    }

    @Test
    void other_encodings_that_contain_ascii_are_read_too() {
        var rows = new CsvRows(new ByteArrayInputStream(bytes("a,é")), new CsvDialect(US_ASCII, ','), START);

        assertThat(rows.next()).isEqualTo(new Broken(START, "a,\uFFFD\uFFFD", Problem.BAD_ENCODING));
    }

    @Test
    void after_the_last_row_there_is_none() {
        var rows = new CsvRows(new ByteArrayInputStream(bytes("a")), COMMA, START);
        rows.next();

        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_stream_that_breaks_is_no_end_of_the_file() throws IOException {
        var broken = InputStream.nullInputStream();
        broken.close();
        var rows = new CsvRows(broken, COMMA, START);

        assertThatThrownBy(rows::hasNext)
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("Stream closed");
    }

    @ParameterizedTest
    @ValueSource(chars = {'"', '\n', '\r', 'é'})
    void a_delimiter_cannot_be_part_of_cells_or_line_ends(char delimiter) {
        assertThatThrownBy(() -> new CsvDialect(UTF_8, delimiter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delimiter must be ASCII and no quote or line end, was " + delimiter);
    }

    private static List<CsvRow> rows(Cases.Case example) {
        return all(new CsvRows(new ByteArrayInputStream(example.bytes()), dialect(example), START));
    }

    private static List<CsvRow> rows(byte[] file, RecordPlace start) {
        return all(new CsvRows(new ByteArrayInputStream(file), COMMA, start));
    }

    private static CsvDialect dialect(Cases.Case example) {
        return new CsvDialect(UTF_8, (char) Cases.unescape(example.delimiter())[0]);
    }

    private static <T> List<T> all(Iterator<T> rows) {
        var all = new ArrayList<T>();
        rows.forEachRemaining(all::add);
        return all;
    }

    private static String shown(CsvRow row) {
        var place = row.place();
        String start = place.number() + " at " + place.offset() + " line " + place.line() + ": ";
        return switch (row) {
            case Cells(var _, var _, var cells) -> start + Cases.shown(cells);
            case Broken(var _, var text, var problem) -> start + problem + " " + text;
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
