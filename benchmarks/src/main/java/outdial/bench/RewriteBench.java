package outdial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// `./outdial bench rewrite`: from a workbook, or another file that is no plain text, to plain text, on one
/// core and with half a gigabyte.
final class RewriteBench {
    static final String USAGE = "rewrite [--json] [--rows NUMBER | --file FILE]";

    private static final int ROWS = 1_000_000;

    /// Excel's sheets have 1,048,576 rows, one of them for the header.
    private static final int MOST = 1_048_575;

    private static final double BYTES_PER_MEGABYTE = 1024 * 1024;
    private static final double HUNDREDTHS = 100;

    private final PrintStream out;

    RewriteBench(PrintStream out) {
        this.out = out;
    }

    /// @param file instead of a workbook made for it
    private record Wanted(boolean json, int rows, Optional<Path> file) {}

    /// @throws IllegalArgumentException with a sentence for the user
    void run(List<String> arguments) throws IOException {
        Wanted wanted = wanted(arguments);
        if (wanted.file().isPresent()) {
            print(wanted, figures(wanted.file().get()));
            return;
        }
        Path made = Files.createTempFile("people", ".xlsx");
        try {
            SampleWorkbook.write(made, wanted.rows());
            print(wanted, figures(made));
        } finally {
            Files.delete(made);
        }
    }

    private static List<Figure> figures(Path file) throws IOException {
        double packed = Files.size(file) / BYTES_PER_MEGABYTE;
        JsonNode run = rewritten(file);
        return List.of(
                Figure.of("fileMb", packed),
                Figure.of("plainMb", run.path("plainBytes").asDouble() / BYTES_PER_MEGABYTE),
                Figure.of("seconds", run.path("seconds").asDouble()),
                Figure.of("cpuSeconds", run.path("cpuSeconds").asDouble()),
                Figure.of("peakHeapMb", run.path("peakHeapMb").asDouble(), 512),
                Figure.of("searchCpuSeconds", run.path("searchCpuSeconds").asDouble()));
    }

    private static JsonNode rewritten(Path file) throws IOException {
        List<String> command = new ArrayList<>(ImportSite.pinned() ? ImportSite.PINNED : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:ActiveProcessorCount=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RewriteRun.class.getName()));
        command.add(file.toAbsolutePath().toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] line = process.getInputStream().readAllBytes();
        if (process.onExit().join().exitValue() != 0) throw new IOException("it was not rewritten; see above");
        return Meter.json(line);
    }

    private void print(Wanted wanted, List<Figure> figures) {
        if (!wanted.json()) {
            figures.forEach(figure -> out.println(figure.line()));
            return;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("bench", "rewrite");
        if (wanted.file().isEmpty()) json.put("rows", wanted.rows());
        json.put("pinned", ImportSite.pinned());
        figures.forEach(figure -> json.put(figure.name(), Math.round(figure.value() * HUNDREDTHS) / HUNDREDTHS));
        out.println(json);
    }

    private static Wanted wanted(List<String> arguments) {
        Wanted wanted = new Wanted(false, ROWS, Optional.empty());
        for (Iterator<String> left = arguments.iterator(); left.hasNext(); ) {
            String option = left.next();
            wanted = switch (option) {
                case "--json" -> new Wanted(true, wanted.rows(), wanted.file());
                case "--rows" -> new Wanted(wanted.json(), rows(left), wanted.file());
                case "--file" -> new Wanted(wanted.json(), wanted.rows(), Optional.of(file(left)));
                default -> throw new IllegalArgumentException("There is no option " + option + ".");
            };
        }
        return wanted;
    }

    private static int rows(Iterator<String> left) {
        String text = left.hasNext() ? left.next() : "";
        int rows = text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
        if (rows < 1 || rows > MOST) {
            throw new IllegalArgumentException("--rows must be 1 to " + MOST + ", was '" + text + "'.");
        }
        return rows;
    }

    private static Path file(Iterator<String> left) {
        Path file = Path.of(left.hasNext() ? left.next() : "");
        if (!Files.isRegularFile(file)) throw new IllegalArgumentException("There is no file '" + file + "'.");
        return file;
    }
}
