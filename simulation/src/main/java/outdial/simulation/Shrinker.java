package outdial.simulation;

import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks for a smaller scenario that breaks a rule too: fewer contacts, less time, fewer kinds of faults.
final class Shrinker {
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final int MOST_TRIES = 80;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int LATEST_EVENTS = 60;

    private final long begun = System.nanoTime();
    private int tries;
    private Broken smallest;

    private Shrinker(Broken smallest) {
        this.smallest = smallest;
    }

    /// A scenario that breaks a rule, and what led to it.
    record Broken(Scenario scenario, String rule, List<String> history) {}

    static Broken shortest(Scenario scenario, Violation violation, Run run) {
        Shrinker shrinker = new Shrinker(broken(scenario, violation, run));
        boolean smaller = true;
        while (smaller) smaller = shrinker.step();
        return shrinker.smallest;
    }

    private boolean step() {
        return smaller(smallest.scenario())
                .filter(_ -> hasTime())
                .map(this::tried)
                .flatMap(Optional::stream)
                .findFirst()
                .map(found -> {
                    smallest = found;
                    return true;
                })
                .orElse(false);
    }

    private static Stream<Scenario> smaller(Scenario scenario) {
        List<Scenario> smaller = new ArrayList<>();
        if (scenario.length().compareTo(SHORTEST) > 0)
            smaller.add(scenario.within(scenario.length().dividedBy(2)));
        if (scenario.contacts() > 1) {
            smaller.add(scenario.withContacts(scenario.contacts() / 2));
            smaller.add(scenario.withContacts(scenario.contacts() - 1));
        }
        scenario.faults().kinds().stream()
                .sorted()
                .map(kind -> scenario.with(scenario.faults().without(kind)))
                .forEach(smaller::add);
        return smaller.stream();
    }

    private Optional<Broken> tried(Scenario scenario) {
        tries++;
        Run run = new Run(scenario, Writer.nullWriter());
        try {
            Run.Result _ = run.go();
            return Optional.empty();
        } catch (Violation violation) {
            return Optional.of(broken(scenario, violation, run));
        }
    }

    private boolean hasTime() {
        return tries < MOST_TRIES && System.nanoTime() - begun < LONGEST.toNanos();
    }

    private static Broken broken(Scenario scenario, Violation violation, Run run) {
        return new Broken(scenario, violation.rule(), run.history(violation, LATEST_EVENTS));
    }
}
