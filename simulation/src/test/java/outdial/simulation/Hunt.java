package outdial.simulation;

import java.io.Writer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Runs many seeds and counts which rules they break: `Hunt FROM TO CONTACTS HOURS none|low|high
/// [MOST_BROKEN]`. Prints a line for each seed that breaks one, and last how many did. For changes of the
/// simulation, and for `mutations/run`.
final class Hunt {
    private Hunt() {}

    public static void main(String[] arguments) {
        long to = Long.parseLong(arguments[1]);
        int contacts = Integer.parseInt(arguments[2]);
        Duration length = Duration.ofHours(Long.parseLong(arguments[3]));
        Faults faults = Faults.of(Faults.Level.valueOf(arguments[4].toUpperCase(Locale.ROOT)));
        int most = arguments.length > 5 ? Integer.parseInt(arguments[5]) : Integer.MAX_VALUE;
        Map<String, Integer> rules = new TreeMap<>();
        int broken = 0;
        long calls = 0;
        long seed = Long.parseLong(arguments[0]);
        for (; seed <= to && broken < most; seed++) {
            try {
                calls += new Run(Scenario.of(seed, contacts, length, faults), Writer.nullWriter())
                        .go()
                        .calls();
            } catch (RuntimeException | Error thrown) {
                broken++;
                String rule = String.valueOf(thrown.getMessage());
                System.out.println(seed + " " + rule);
                rules.merge(rule.split("[,(:0-9]", 2)[0].strip(), 1, Integer::sum);
            }
        }
        System.out.println("broken " + broken + " of the seeds to " + (seed - 1) + ", calls " + calls + " " + rules);
    }
}
