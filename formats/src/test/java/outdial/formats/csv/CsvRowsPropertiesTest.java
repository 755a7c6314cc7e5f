package outdial.formats.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import outdial.formats.csv.CsvRow.Broken;
import outdial.formats.csv.CsvRow.Cells;

/// What holds for whatever bytes, tried on random ones; a failure names its seed.
final class CsvRowsPropertiesTest {
    private static final CsvDialect COMMA = new CsvDialect(UTF_8, ',');
    private static final RecordPlace START = new RecordPlace(0, 1, 1);
    private static final int SEEDS = 5_000;
    private static final int LONGER_THAN_ALL = 1_000;
    private static final String[] PIECES = {
        "a", "b", "é", " ", ",", ",", "\"", "\"", "\"\"", "\n", "\r", "\r\n", "\t", ";"
    };

    @Test
    void ranges_cut_at_any_row_give_the_rows_of_the_whole() {
        for (int seed = 0; seed < SEEDS; seed++) {
            byte[] file = soup(seed).getBytes(UTF_8);
            int longest = 3 + seed % 20;
            List<CsvRow> whole = rows(file, START, longest);
            int step = 1 + seed % 3;
            var pieces = new ArrayList<CsvRow>();
            for (int i = 0; i < whole.size(); i += step) {
                RecordPlace from = whole.get(i).place();
                long to = i + step < whole.size() ? whole.get(i + step).place().offset() : file.length;
                pieces.addAll(rows(Arrays.copyOfRange(file, (int) from.offset(), (int) to), from, longest));
            }

            assertThat(pieces).as("seed %d", seed).isEqualTo(whole);
        }
    }

    @Test
    void rows_are_those_of_commons_csv_where_all_quotes_are_closed() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            String file = soup(seed);
            List<CsvRow> rows = rows(file.getBytes(UTF_8), START, LONGER_THAN_ALL);
            if (rows.stream().noneMatch(Broken.class::isInstance)) {
                assertThat(rows.stream().map(row -> ((Cells) row).cells()))
                        .as("seed %d: %s", seed, file)
                        .isEqualTo(commonsCsv(file));
            }
        }
    }

    @Test
    void every_line_belongs_to_one_row_or_is_empty() {
        for (int seed = 0; seed < SEEDS; seed++) {
            String file = soup(seed);
            var left = new StringBuilder();
            int end = 0;
            for (CsvRow row : rows(file.getBytes(UTF_8), START, LONGER_THAN_ALL)) {
                int from = chars(file, row.place().offset());
                assertThat(file.substring(from)).as("seed %d", seed).startsWith(row.text());
                left.append(file, end, from);
                end = from + row.text().length();
            }
            left.append(file.substring(end));

            assertThat(left.toString()).as("seed %d", seed).matches("[\\s,\"]*");
        }
    }

    private static List<List<String>> commonsCsv(String file) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        try (var parser = format.parse(new StringReader(file))) {
            return parser.stream()
                    .map(CSVRecord::stream)
                    .map(cells -> cells.map(String::strip).toList())
                    .filter(cells -> !cells.stream().allMatch(String::isEmpty))
                    .toList();
        }
    }

    private static List<CsvRow> rows(byte[] range, RecordPlace start, int longest) {
        var rows = new ArrayList<CsvRow>();
        var scanner = new RecordScanner(new ByteArrayInputStream(range), COMMA, start, longest);
        new CsvRows(scanner, COMMA).forEachRemaining(rows::add);
        return rows;
    }

    private static String soup(long seed) {
        var random = new Random(seed);
        return String.join(
                "",
                Stream.generate(() -> PIECES[random.nextInt(PIECES.length)])
                        .limit(random.nextInt(60))
                        .toList());
    }

    private static int chars(String file, long bytes) {
        return new String(file.getBytes(UTF_8), 0, (int) bytes, UTF_8).length();
    }
}
