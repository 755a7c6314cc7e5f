package outdial.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// What `./outdial bench` starts; the first argument names the benchmark.
public final class Bench {
    private static final int MISUSED = 2;

    private Bench() {}

    public static void main(String[] arguments) {
        int code = run(List.of(arguments), Path.of(""), System.out, System.err);
        // Emulators leave threads behind that would keep the process alive.
        System.exit(code);
    }

    /// Runs one; the answer is the exit code.
    static int run(List<String> arguments, Path root, PrintStream out, PrintStream err) {
        String name = arguments.isEmpty() ? "" : arguments.getFirst();
        try {
            switch (name) {
                case "dispatch" -> new DispatchBench(root, out).run(arguments.subList(1, arguments.size()));
                case "hours" -> new HoursBench(out).run(arguments.subList(1, arguments.size()));
                case "import" -> new ImportBench(root, out).run(arguments.subList(1, arguments.size()));
                case "rewrite" -> new RewriteBench(out).run(arguments.subList(1, arguments.size()));
                default -> throw new IllegalArgumentException("There is no benchmark '" + name + "'.");
            }
            return 0;
        } catch (IllegalArgumentException misused) {
            err.println(misused.getMessage() + "\nusage: outdial bench " + DispatchBench.USAGE
                    + "\n       outdial bench " + HoursBench.USAGE
                    + "\n       outdial bench " + ImportBench.USAGE
                    + "\n       outdial bench " + RewriteBench.USAGE);
            return MISUSED;
        } catch (IOException broken) {
            err.println("The benchmark stopped: " + broken.getMessage());
            return 1;
        }
    }
}
