package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CutterTest {
    private final List<Chunk> chunks = new ArrayList<>();
    private final RowReader reader = new RowReader(
            Mapping.of(List.of("phone", "email"), Columns.BY_NAME),
            new TenDigits(),
            "US",
            Target.parse("c1"),
            Marks.NONE);
    private final Cutter cutter = new Cutter(reader, chunks::add);

    @Test
    void a_short_list_is_one_chunk() {
        row(20, 1, "2025550101", "");
        row(40, 2, "2025550102", "");

        assertThat(cutter.end(60)).isEqualTo(new Import.Extent(2, 1));
        assertThat(chunks).containsExactly(new Chunk(1, new Place(20, 1, 2), 60, 2, Map.of()));
    }

    @Test
    void a_list_without_rows_has_no_chunk() {
        assertThat(cutter.end(60)).isEqualTo(new Import.Extent(0, 0));
    }

    @Test
    void long_rows_make_chunks_of_fewer_rows() {
        row(0, 1, "2025550101", "");
        row(Cutter.MOST_BYTES - 1, 2, "2025550102", "");
        row(Cutter.MOST_BYTES, 3, "2025550101", "");

        cutter.end(Cutter.MOST_BYTES + 9);

        assertThat(chunks)
                .containsExactly(
                        new Chunk(1, new Place(0, 1, 2), Cutter.MOST_BYTES, 2, Map.of()),
                        new Chunk(2, new Place(Cutter.MOST_BYTES, 3, 4), Cutter.MOST_BYTES + 9, 1, Map.of(3L, 2L)));
    }

    @Test
    void a_row_repeats_the_line_of_the_first_with_its_phone_and_else_of_the_first_with_its_email() {
        row(0, 1, "2025550101", "ann@example.com");
        row(1, 2, "2025550102", "bob@example.com");
        row(2, 3, "2025550101", "bob@example.com");
        row(3, 4, "2025550103", "BOB@example.com");
        row(4, 5, "2025550104", "");

        cutter.end(9);

        assertThat(chunks.getFirst().repeats()).isEqualTo(Map.of(3L, 2L, 4L, 3L));
    }

    @Test
    void rows_that_are_not_imported_make_no_later_row_a_repetition() {
        row(0, 1, "12", "ann@example.com");
        row(1, 2, "2025550102", "ann@example.com");
        row(2, 3, "2025550102", "new@example.com");
        row(3, 4, "2025550104", "new@example.com");
        cutter.row(new ListRow.Broken(new Place(4, 5, 6), "\"", RowProblem.UNCLOSED_QUOTE));

        cutter.end(9);

        assertThat(chunks.getFirst().repeats()).isEqualTo(Map.of(3L, 3L));
        assertThat(chunks.getFirst().rows()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_table_of_rows_is_a_map(long seed) {
        Random dice = new Random(seed);
        RowTable table = new RowTable(true);
        Map<List<Long>, Integer> map = new HashMap<>();
        for (int row = 1; row < 20_000; row++) {
            long high = dice.nextInt(50);
            long low = dice.nextInt(500);
            table.put(high, low, row);
            map.put(List.of(high, low), row);
        }

        map.forEach((key, row) ->
                assertThat(table.find(key.getFirst(), key.getLast())).isEqualTo(row));
        assertThat(table.find(51, 1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"false, 16, 21", "true, 26, 35"})
    void an_entry_takes_few_bytes_whatever_there_are(boolean wide, long fewest, long most) {
        RowTable table = new RowTable(wide);
        for (int row = 1; row <= 300_000; row++) {
            table.put(0, 12_025_550_000L + row, row);
            if (row % 10_000 == 0) assertThat(table.bytes() / row).isBetween(fewest, most);
        }

        assertThat(table.find(0, 12_025_550_001L)).isEqualTo(1);
        assertThat(table.find(0, 12_025_850_000L)).isEqualTo(300_000);
        assertThat(table.find(0, 12_025_850_001L)).isZero();
    }

    @Test
    void a_list_of_more_people_than_there_is_memory_for_is_given_up() {
        Cutter small = new Cutter(reader, chunks::add, new FirstRows(100_000));
        int rows = 0;
        while (small.row(new ListRow.Cells(
                new Place(rows, rows + 1, rows + 2), "", List.of(Long.toString(2_025_550_000L + rows), "")))) {
            rows++;
        }

        assertThat(rows).isBetween(2_000, 6_000);
    }

    @Test
    void a_row_is_at_least_one() {
        assertThatThrownBy(() -> new RowTable(true).put(1, 1, 0)).hasMessage("a row is 1 or more, was 0");
    }

    @Test
    void somebody_without_a_phone_is_compared_by_email() {
        FirstRows firstRows = new FirstRows();
        RowReader book = new RowReader(
                Mapping.of(List.of("phone", "email"), Columns.BY_NAME),
                new TenDigits(),
                "US",
                Target.parse("contacts"),
                Marks.NONE);

        assertThat(firstRows.firstOf(known(book, "", "ann@example.com"), 1)).isEqualTo(OptionalLong.empty());
        assertThat(firstRows.firstOf(known(book, "", "ann@example.com"), 2)).isEqualTo(OptionalLong.of(1));
    }

    private static Identity.Known known(RowReader reader, String... cells) {
        return (Identity.Known) reader.identify(List.of(cells));
    }

    private void row(long offset, long number, String... cells) {
        cutter.row(new ListRow.Cells(new Place(offset, number, number + 1), "", List.of(cells)));
    }
}
