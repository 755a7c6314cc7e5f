package outdial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `./outdial bench import`: from a list in S3 to contacts that are due, on one core, with a DynamoDB that
/// answers in 8 ms.
final class ImportBench {
    static final String USAGE = "import [--json] [--requests] [--compare | --do-not-call] [--rows NUMBER]";

    private static final String JSON = "--json";
    private static final String REQUESTS = "--requests";
    private static final String COMPARE = "--compare";
    private static final String DO_NOT_CALL = "--do-not-call";

    private static final int ROWS = 100_000;
    private static final int FEWEST = 100;
    private static final int MOST = 9_999_999;

    /// Enough to see how it goes once the compiler has done its work.
    private static final int WARM_ROWS = 200_000;

    /// A chunk.
    private static final int COUNTED_ROWS = 20_000;

    /// DynamoDB Local takes some 2,000 rows a second.
    private static final int LOCAL_ROWS = 5_000;

    /// One request after the other is slow.
    private static final int COMPARED_ROWS = 50_000;

    private static final double THOUSAND = 1_000;
    private static final double MICROS = 1_000_000;
    private static final double HUNDREDTHS = 100;

    private final Path root;
    private final PrintStream out;

    /// @param root where template.yaml is
    ImportBench(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    private record Wanted(Set<String> options, int rows) {
        boolean has(String option) {
            return options.contains(option);
        }
    }

    /// @throws IllegalArgumentException with a sentence for the user
    void run(List<String> arguments) throws IOException {
        Wanted wanted = wanted(arguments);
        var _ = LogBytes.counting();
        Tally tally = new Tally();
        List<Figure> figures = new ArrayList<>();
        try (ImportSite site = ImportSite.open(root, wanted.has(DO_NOT_CALL))) {
            figures.addAll(timed(site, wanted.rows()));
            if (!wanted.has(DO_NOT_CALL)) figures.add(parsing(site));
            figures.addAll(counted(site, Math.min(wanted.rows(), COUNTED_ROWS), tally));
            int local = Math.min(wanted.rows(), LOCAL_ROWS);
            figures.add(Figure.of("localCloudRowsPerSecond", local / site.dropped("local.csv", local)));
            if (wanted.has(COMPARE)) figures.addAll(compared(site, Math.min(wanted.rows(), COMPARED_ROWS)));
        }
        print(wanted, figures, tally);
    }

    private void print(Wanted wanted, List<Figure> figures, Tally tally) {
        if (wanted.has(JSON)) {
            out.println(json(wanted.rows(), figures));
            return;
        }
        out.println("Importing " + wanted.rows() + " rows, one core" + pinned() + ", tables answer in "
                + TableStub.THINKING.toMillis() + " ms\n");
        figures.forEach(figure -> out.println(figure.line()));
        int counted = Math.min(wanted.rows(), COUNTED_ROWS);
        if (wanted.has(REQUESTS)) out.println("\nPer row of " + counted + ":\n\n" + tally.table(counted));
    }

    private static String pinned() {
        return ImportSite.pinned() ? " (pinned by taskset)" : " (by -XX:ActiveProcessorCount=1 only)";
    }

    private static List<Figure> timed(ImportSite site, int rows) throws IOException {
        int warmRows = Math.min(rows, WARM_ROWS);
        List<JsonNode> runs =
                site.run(Optional.empty(), "outdial", site.put("cold.csv", rows), site.put("warm.csv", warmRows));
        JsonNode cold = runs.getFirst();
        JsonNode warm = runs.getLast();
        JsonNode counts = site.counts("cold.csv").orElseThrow();
        if (counts.path("rows").asInt() != rows) throw new IOException("rows were lost: " + counts);
        double perMillion = MICROS / rows;
        return List.of(
                Figure.of("imported", counts.path("imported").asDouble()),
                Figure.of("seconds", seconds(cold), 90 / perMillion),
                Figure.of("planSeconds", cold.path("planSeconds").asDouble()),
                Figure.of("rowsPerSecondCold", rows / seconds(cold)),
                Figure.of("rowsPerSecondWarm", warmRows / seconds(warm)),
                Figure.of("cpuMicrosPerRowCold", cpuMicros(cold, rows)),
                Figure.of("cpuMicrosPerRow", cpuMicros(warm, warmRows), 75),
                Figure.of("peakHeapMb", cold.path("peakHeapMb").asDouble(), 256));
    }

    private static Figure parsing(ImportSite site) throws IOException {
        String name = "parseAndPhoneMicrosPerRow";
        return Figure.of(
                name,
                site.run(Optional.empty(), "parsing").getFirst().path(name).asDouble(),
                2);
    }

    private static double seconds(JsonNode run) {
        return run.path("seconds").asDouble();
    }

    private static double cpuMicros(JsonNode run, int rows) {
        return run.path("cpuSeconds").asDouble() * MICROS / rows;
    }

    private static List<Figure> counted(ImportSite site, int rows, Tally tally) throws IOException {
        site.run(Optional.of(tally), "outdial", site.put("counted.csv", rows));
        Tally.Sum writes = tally.of(asked -> isWrite(asked.operation()));
        Tally.Sum reads = tally.of(asked -> !isWrite(asked.operation()));
        long imported =
                site.counts("counted.csv").orElseThrow().path("imported").asLong();
        return List.of(
                Figure.of("requestsPer1000Rows", writes.requests() * THOUSAND / rows, 130),
                Figure.of("readRequestsPer1000Rows", reads.requests() * THOUSAND / rows),
                Figure.of("writeUnitsPerRow", writes.writeUnits() / rows, 4),
                Figure.of("writeUnitsPerImportedRow", writes.writeUnits() / imported),
                Figure.of("readUnitsPerRow", reads.readUnits() / rows));
    }

    private static boolean isWrite(String operation) {
        return switch (operation) {
            case "BatchGetItem", "GetItem", "Query" -> false;
            default -> true;
        };
    }

    private static List<Figure> compared(ImportSite site, int rows) throws IOException {
        String key = site.put("compared.csv", rows);
        JsonNode puts = site.run(Optional.empty(), "puts", key, key).getLast();
        JsonNode batches = site.run(Optional.empty(), "batches", key, key).getLast();
        return List.of(
                Figure.of("onePutARowRowsPerSecond", rows / seconds(puts)),
                Figure.of("onePutARowCpuMicrosPerRow", cpuMicros(puts, rows)),
                Figure.of("batchAfterBatchRowsPerSecond", rows / seconds(batches)),
                Figure.of("batchAfterBatchCpuMicrosPerRow", cpuMicros(batches, rows)));
    }

    private static Wanted wanted(List<String> arguments) {
        Set<String> options = new HashSet<>();
        int rows = ROWS;
        for (Iterator<String> left = arguments.iterator(); left.hasNext(); ) {
            String option = left.next();
            switch (option) {
                case JSON, REQUESTS, COMPARE, DO_NOT_CALL -> options.add(option);
                case "--rows" -> rows = rows(left);
                default -> throw new IllegalArgumentException("There is no option " + option + ".");
            }
        }
        if (options.containsAll(Set.of(COMPARE, DO_NOT_CALL))) {
            throw new IllegalArgumentException("There is nothing to compare a do-not-call list with.");
        }
        return new Wanted(Set.copyOf(options), rows);
    }

    private static int rows(Iterator<String> left) {
        String text = left.hasNext() ? left.next() : "";
        int rows = text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
        if (rows < FEWEST || rows > MOST) {
            throw new IllegalArgumentException("--rows must be " + FEWEST + " to " + MOST + ", was '" + text + "'.");
        }
        return rows;
    }

    private static ObjectNode json(int rows, List<Figure> figures) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("bench", "import")
                .put("rows", rows)
                .put("pinned", ImportSite.pinned());
        figures.forEach(figure -> json.put(figure.name(), Math.round(figure.value() * HUNDREDTHS) / HUNDREDTHS));
        return json;
    }
}
