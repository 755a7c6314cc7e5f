package outdial.simulation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the script `./outdial simulate` starts.
public final class Main {
    private static final int BROKEN = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new Main(System.out, System.err).run(Arrays.asList(arguments)));
    }

    /// Answers the exit code: 0 where every rule held, 1 where one was broken, 2 where we cannot do what was asked.
    int run(List<String> arguments) {
        try {
            return simulate(Options.read(arguments));
        } catch (Misused e) {
            err.println(e.getMessage() + "\nusage: outdial simulate " + Options.USAGE);
            return MISUSED;
        } catch (IllegalArgumentException e) {
            err.println("A campaign is refused: " + e.getMessage());
            return MISUSED;
        }
    }

    private int simulate(Options options) {
        Scenario scenario = scenario(options);
        long begun = System.nanoTime();
        try (Writer ledger = ledger(options.ledger())) {
            Run run = new Run(scenario, ledger);
            try {
                Run.Result result = run.go();
                options.ledger().ifPresent(file -> CampaignsFile.write(campaignsBeside(file), run.campaigns()));
                Telling.held(out, options.json(), scenario, result, Duration.ofNanos(System.nanoTime() - begun));
                return 0;
            } catch (Violation violation) {
                ledger.flush();
                Telling.broken(out, options.json(), shortest(scenario, violation, run));
                return BROKEN;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the ledger", e);
        }
    }

    private static Shrinker.Broken shortest(Scenario scenario, Violation violation, Run run) {
        return Shrinker.shortest(scenario, violation, run, smaller -> new Run(smaller, Writer.nullWriter()));
    }

    private static Scenario scenario(Options options) {
        return new Scenario(
                options.seed(),
                options.contacts(),
                Duration.ofDays(options.days()),
                Faults.of(options.faults()),
                options.campaigns().map(CampaignsFile::read).orElse(List.of()),
                options.people().map(ContactsFile::read));
    }

    private static Writer ledger(Optional<Path> file) {
        if (file.isEmpty()) return Writer.nullWriter();
        try {
            return new BufferedWriter(Files.newBufferedWriter(file.get()));
        } catch (IOException e) {
            throw new Misused("Cannot write " + file.get() + ": " + e.getMessage() + ".");
        }
    }

    private static Path campaignsBeside(Path ledger) {
        return ledger.resolveSibling(ledger.getFileName() + ".campaigns.json");
    }
}
