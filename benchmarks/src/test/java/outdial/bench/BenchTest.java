package outdial.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

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
                        "parseAndPhoneMicrosPerRow",
                        "peakHeapMb",
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
    void what_is_not_understood_is_named() {
        assertThat(bench("dispatch", "--contacts", "many")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("--contacts must be 4 to 20000, was 'many'.\nusage: outdial bench");
        err.reset();
        assertThat(bench("import", "--rows", "99")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("--rows must be 100 to 9999999, was '99'.\nusage: outdial bench");
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
