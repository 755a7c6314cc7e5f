package outdial.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outdial.formats.csv.CsvDialect;
import outdial.formats.csv.CsvHead;
import outdial.formats.csv.CsvRow;
import outdial.formats.csv.CsvRows;
import outdial.formats.phone.PhoneReader;

/// What it takes to get cells and phone number of a row, from bytes in memory: the median of some passes once the
/// compiler has done its work.
final class Parsing {
    private static final int ROWS = 100_000;
    private static final int PASSES = 31;
    private static final int WARM_UP = 20;
    private static final double NANOS_PER_MICRO = 1_000;

    private Parsing() {}

    static ObjectNode measured() {
        byte[] list = IntStream.range(0, ROWS)
                .mapToObj(SampleList::row)
                .collect(Collectors.joining("\n", SampleList.HEADER + "\n", "\n"))
                .getBytes(UTF_8);
        PhoneReader phones = new PhoneReader();
        double[] micros = new double[PASSES];
        int valid = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            Used start = Used.now();
            valid = pass(list, phones);
            micros[pass] = Used.now().since(start).cpuNanos() / NANOS_PER_MICRO / ROWS;
        }
        double[] warm = Arrays.stream(micros).skip(WARM_UP).sorted().toArray();
        return JsonNodeFactory.instance
                .objectNode()
                .put("parseAndPhoneMicrosPerRow", warm[warm.length / 2])
                .put("valid", valid);
    }

    private static int pass(byte[] list, PhoneReader phones) {
        if (!(CsvHead.read(list) instanceof CsvHead.Found(CsvDialect dialect, var _, var rows, var _))) {
            throw new IllegalStateException("the list of the benchmark cannot be read");
        }
        int start = Math.toIntExact(rows.offset());
        int valid = 0;
        CsvRows all = new CsvRows(new ByteArrayInputStream(list, start, list.length - start), dialect, rows);
        while (all.hasNext()) {
            if (all.next() instanceof CsvRow.Cells cells
                    && phones.read(cells.cells().getFirst(), "US")
                            instanceof outdial.formats.phone.PhoneReading.Valid) {
                valid++;
            }
        }
        return valid;
    }
}
