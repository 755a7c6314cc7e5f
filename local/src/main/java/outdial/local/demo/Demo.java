package outdial.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import outdial.local.demo.ListDrop.Dropped;

/// A campaign from a contact list to the last call, on a local cloud that is there for it alone. Once the cloud runs,
/// it does only what any user could: by the HTTP API, and by dropping a file into S3.
public final class Demo {
    private static final int WRONG = 1;
    private static final int USER_ERROR = 2;
    private static final int MOST_SHOWN = 20;

    private final Path root;
    private final DemoOptions options;
    private final Output output;
    private final Instant began = Instant.now();

    private Demo(Path root, DemoOptions options, Output output) {
        this.root = root;
        this.options = options;
        this.output = output;
    }

    /// Where it is shown.
    ///
    /// @param terminal whether `out` is a terminal that can move its cursor
    public record Output(PrintStream out, PrintStream err, boolean terminal) {}

    /// Runs the demo to its end.
    ///
    /// @param root the directory of template.yaml and samples/
    /// @return the exit code: 0 only if the books agree with the phone network's ledger, 2 for a mistake in the
    ///     arguments or the list, 1 for anything else
    public static int run(List<String> arguments, Path root, Output output) {
        DemoOptions options;
        try {
            options = DemoOptions.parse(arguments);
        } catch (IllegalArgumentException misused) {
            output.err().println(misused.getMessage() + "\n\n" + DemoOptions.USAGE);
            return USER_ERROR;
        }
        try {
            return new Demo(root, options, output).run();
        } catch (IOException broken) {
            output.err().println("The demo stopped: " + broken.getMessage());
            return WRONG;
        }
    }

    private int run() throws IOException {
        Path list = options.contacts().orElseGet(() -> root.resolve("samples/contacts.csv"));
        if (!Files.isRegularFile(list) || !Files.isReadable(list)) return refuse(list, "there is no such file to read");
        output.out().println("Outdial demo: a campaign on this machine alone. Nobody real is called.\n");
        Instant now = chooseTime(list);
        try (Stage stage = Stage.set(root, options, now)) {
            say("local cloud", "API " + stage.apiUrl() + ", AWS " + stage.awsEndpoint());
            String campaign = Setting.make(stage.api());
            say("by the API", "an agent, a caller number, a campaign that is a draft");
            Map<String, Instant> doNotCall = options.contacts().isPresent() ? Map.of() : listDoNotCall(stage);
            return switch (new ListDrop(stage, campaign).drop(list)) {
                case Dropped.Refused(String why) -> refuse(list, why);
                case Dropped.Imported imported
                when imported.rows().imported() == 0 -> refuse(list, "nobody on it can be called");
                case Dropped.Imported imported -> call(stage, campaign, imported, doNotCall);
            };
        }
    }

    /// A lawful hour for as many as possible, unless the user named a time.
    private Instant chooseTime(Path list) throws IOException {
        if (options.now().isPresent()) {
            say("its time", options.now().get() + ", as you asked");
            return options.now().get();
        }
        Instant now = Instant.now();
        LawfulHour.Choice choice = new LawfulHour().choose(list, now);
        String people = "%d of %d numbers may lawfully be called".formatted(choice.callable(), choice.people());
        say("its time", choice.at().equals(now) ? "now: " + people : choice.at() + ": " + people + " then");
        return choice.at();
    }

    private Map<String, Instant> listDoNotCall(Stage stage) throws IOException {
        List<String> phones = new ArrayList<>();
        for (String line : Files.readAllLines(root.resolve("samples/do-not-call.csv"))) {
            if (line.startsWith("+")) phones.add(line.substring(0, line.indexOf(',')));
        }
        List<String> listed = new ArrayList<>();
        stage.api()
                .post("/do-not-call", Map.of("phones", phones, "reason", "asked before the campaign"))
                .path("phones")
                .forEach(phone -> listed.add(phone.asText()));
        say("by the API", listed.size() + " numbers put on the do-not-call list");
        Instant now = stage.clock().instant();
        return listed.stream().collect(Collectors.toMap(phone -> phone, _ -> now));
    }

    private int call(Stage stage, String campaign, Dropped.Imported imported, Map<String, Instant> doNotCall)
            throws IOException {
        Summary.Listed rows = imported.rows();
        say("dropped into S3", imported.place());
        say(
                "imported",
                "%d of %d rows: %d duplicates, %d invalid, %d on the do-not-call list"
                        .formatted(rows.imported(), rows.rows(), rows.duplicates(), rows.invalid(), rows.doNotCall()));
        stage.api().post("/campaigns/" + campaign + "/start");
        say("by the API", "campaign started\n");
        List<Watch.Waiting> waiting = new Watch(stage, campaign).untilDone(Display.on(output.out(), output.terminal()));
        Duration took = Duration.between(began, Instant.now());
        Result result = Result.of(stage, campaign, doNotCall);
        tell(waiting);
        return report(new Summary(rows, result.people(), result.calls(), Summary.seconds(took)), result.wrong());
    }

    private void tell(List<Watch.Waiting> waiting) {
        if (waiting.isEmpty()) return;
        output.out().println("\n  " + waiting.size() + " wait for a lawful hour:");
        waiting.stream()
                .limit(MOST_SHOWN)
                .forEach(person -> output.out()
                        .println("  - " + person.phone() + " until "
                                + person.until().map(Instant::toString).orElse("a rule is known")));
        if (waiting.size() > MOST_SHOWN) output.out().println("  and " + (waiting.size() - MOST_SHOWN) + " more");
    }

    private int report(Summary summary, List<String> wrong) {
        PrintStream out = output.out();
        out.println("\n" + summary.table() + "\n");
        if (wrong.isEmpty()) {
            out.println("  The books agree with the phone network's ledger: each call is one attempt, each");
            out.println("  attempt one call, with the same outcome, and nobody was called who had said stop.");
        } else {
            out.println("  The books do NOT agree with the phone network's ledger:");
            wrong.stream().limit(MOST_SHOWN).forEach(sentence -> out.println("  - " + sentence));
            if (wrong.size() > MOST_SHOWN) out.println("  and " + (wrong.size() - MOST_SHOWN) + " more");
        }
        out.println();
        out.println("  To keep one running, with its API and AWS endpoint:  ./outdial up");
        out.println("  The same with your own list:                         ./outdial demo --contacts FILE");
        if (options.json()) out.println(summary.json());
        out.flush();
        return wrong.isEmpty() ? 0 : WRONG;
    }

    private int refuse(Path list, String why) {
        output.err().println(list + ": " + why);
        return USER_ERROR;
    }

    private void say(String what, String how) {
        output.out().println("  %-16s %s".formatted(what, how));
    }
}
