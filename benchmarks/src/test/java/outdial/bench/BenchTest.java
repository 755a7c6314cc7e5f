package outdial.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outdial.formats.plain.PlainText;
import outdial.formats.plain.Rewriting;

/// That the benchmarks run and tell what they should; how fast it is, no test can say.
final class BenchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void dispatching_tells_every_figure() throws IOException {
        int code = bench("dispatch", "--json", "--contacts", "8");

        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(code).isZero();
        JsonNode figures = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(figures.properties().stream().map(figure -> figure.getKey()))
                .containsExactly(
                        "bench",
                        "contacts",
                        "freedSlotToCallMsP50",
                        "freedSlotToCallMsP99",
                        "pauseToLastCallMs",
                        "concludedPerSecond",
                        "writeUnitsPerAttempt",
                        "readUnitsPerAttempt",
                        "sqsRequestsPerAttempt",
                        "readUnitsPerIdleTick",
                        "logBytesPerAttempt");
        assertThat(figures.path("freedSlotToCallMsP99").asDouble())
                .isGreaterThanOrEqualTo(figures.path("freedSlotToCallMsP50").asDouble());
        assertThat(figures.path("concludedPerSecond").asDouble()).isPositive();
        assertThat(figures.path("writeUnitsPerAttempt").asDouble()).isBetween(8.0, 200.0);
        assertThat(figures.path("readUnitsPerAttempt").asDouble()).isBetween(1.0, 100.0);
        assertThat(figures.path("sqsRequestsPerAttempt").asDouble()).isBetween(0.5, 20.0);
        assertThat(figures.path("readUnitsPerIdleTick").asDouble()).isBetween(0.5, 50.0);
    }

    @Test
    void importing_tells_every_figure_and_loses_no_row() throws IOException {
        int code = bench("import", "--json", "--compare", "--rows", "500");

        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(code).isZero();
        JsonNode figures = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(figures.properties().stream().map(figure -> figure.getKey()))
                .containsExactly(
                        "bench",
                        "rows",
                        "pinned",
                        "imported",
                        "seconds",
                        "planSeconds",
                        "rowsPerSecondCold",
                        "rowsPerSecondWarm",
                        "cpuMicrosPerRowCold",
                        "cpuMicrosPerRow",
                        "peakHeapMb",
                        "parseAndPhoneMicrosPerRow",
                        "requestsPer1000Rows",
                        "readRequestsPer1000Rows",
                        "writeUnitsPerRow",
                        "writeUnitsPerImportedRow",
                        "readUnitsPerRow",
                        "localCloudRowsPerSecond",
                        "onePutARowRowsPerSecond",
                        "onePutARowCpuMicrosPerRow",
                        "batchAfterBatchRowsPerSecond",
                        "batchAfterBatchCpuMicrosPerRow");
        // Of 500 rows 5 have no number, 15 come again, and of the rest some are on the do-not-call list.
        assertThat(figures.path("imported").asInt()).isBetween(465, 480);
        assertThat(figures.path("peakHeapMb").asDouble()).isBetween(1.0, 256.0);
        assertThat(figures.path("requestsPer1000Rows").asDouble()).isBetween(130.0, 1_000.0);
        assertThat(figures.path("writeUnitsPerImportedRow").asDouble()).isBetween(4.0, 6.0);
        assertThat(figures.path("localCloudRowsPerSecond").asDouble()).isPositive();
    }

    @Test
    void rewriting_tells_every_figure_and_loses_nothing() throws IOException {
        int code = bench("rewrite", "--json", "--rows", "20000");

        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(code).isZero();
        JsonNode figures = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(figures.properties().stream().map(figure -> figure.getKey()))
                .containsExactly(
                        "bench",
                        "rows",
                        "pinned",
                        "fileMb",
                        "plainMb",
                        "seconds",
                        "cpuSeconds",
                        "peakHeapMb",
                        "searchCpuSeconds");
        assertThat(figures.path("plainMb").asDouble()).isBetween(1.0, 2.0);
        assertThat(figures.path("peakHeapMb").asDouble()).isBetween(1.0, 512.0);
    }

    @Test
    void the_workbook_has_the_rows_of_the_list(@TempDir Path folder) throws IOException {
        Path book = folder.resolve("people.xlsx");
        SampleWorkbook.write(book, 12_000);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();

        try (InputStream file = Files.newInputStream(book)) {
            assertThat(new PlainText().rewrite(file, plain)).isEqualTo(new Rewriting.Done());
        }

        List<String> lines = plain.toString(UTF_8).lines().toList();
        assertThat(lines).hasSize(12_001);
        assertThat(lines.get(1)).isEqualTo(SampleList.row(0));
        assertThat(lines.get(12_000)).isEqualTo(SampleList.row(11_999));
    }

    @Test
    void a_do_not_call_list_is_imported_in_as_few_requests_as_it_takes() throws IOException {
        assertThat(bench("import", "--json", "--do-not-call", "--rows", "4000")).isZero();

        JsonNode figures = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(figures.path("imported").asInt()).isEqualTo(4_000);
        // 40 for the numbers, each a unit; the books of an import are some ten more of both.
        assertThat(figures.path("requestsPer1000Rows").asDouble()).isBetween(40.0, 44.0);
        assertThat(figures.path("writeUnitsPerRow").asDouble()).isEqualTo(1);
        assertThat(figures.path("localCloudRowsPerSecond").asDouble()).isPositive();
    }

    @Test
    void what_is_not_understood_is_named() {
        assertThat(bench("dispatch", "--contacts", "many")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("--contacts must be 4 to 20000, was 'many'.\nusage: outdial bench");
        err.reset();
        assertThat(bench("import", "--compare", "--do-not-call")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("There is nothing to compare a do-not-call list with.\nusage:");
        err.reset();
        assertThat(bench("import", "--rows", "99")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("--rows must be 100 to 9999999, was '99'.\nusage: outdial bench");
        err.reset();
        assertThat(bench("rewrite", "--rows", "1048576")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("--rows must be 1 to 1048575, was '1048576'.\nusage: outdial bench");
        err.reset();
        assertThat(bench("rewrite", "--file", "gone.xlsx")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("There is no file 'gone.xlsx'.\nusage: outdial bench");
        err.reset();
        assertThat(bench("cooking")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("There is no benchmark 'cooking'.\nusage: outdial bench");
    }

    private int bench(String... arguments) {
        return Bench.run(
                List.of(arguments),
                Path.of("..").toAbsolutePath().normalize(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
