package outdial.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Looks for a smaller scenario that breaks the same rule too: less time, fewer contacts, fewer kinds of faults.
final class Shrinker {
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final int OTHER_SEEDS = 25;
    private static final int MOST_TRIES = 400;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int LATEST_EVENTS = 60;

    private final long begun = System.nanoTime();
    private int tries;
    private Broken smallest;

    private final Function<Scenario, Run> runs;
    private final String kind;

    private Shrinker(Function<Scenario, Run> runs, String kind, Broken smallest) {
        this.runs = runs;
        this.kind = kind;
        this.smallest = smallest;
    }

    /// A scenario that breaks a rule, and what led to it.
    record Broken(Scenario scenario, String rule, List<String> history) {}

    /// @param runs makes a run of a scenario, as `run` was made of this one
    static Broken shortest(Scenario scenario, Violation violation, Run run, Function<Scenario, Run> runs) {
        Shrinker shrinker = new Shrinker(runs, violation.kind(), broken(scenario, violation, run));
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

    /// With the same seed, and then with others: a smaller scenario is another run anyway.
    private static Stream<Scenario> smaller(Scenario scenario) {
        List<Scenario> smaller = new ArrayList<>();
        if (scenario.length().compareTo(SHORTEST) > 0)
            smaller.add(scenario.within(scenario.length().dividedBy(2)));
        if (scenario.contacts() > 1) smaller.add(scenario.withContacts(scenario.contacts() / 2));
        scenario.faults().kinds().stream()
                .sorted()
                .map(kind -> scenario.with(scenario.faults().without(kind)))
                .forEach(smaller::add);
        Stream<Scenario> others = smaller.stream()
                .flatMap(less -> LongStream.rangeClosed(1, OTHER_SEEDS).mapToObj(less::withSeed));
        return Stream.concat(smaller.stream(), others);
    }

    private Optional<Broken> tried(Scenario scenario) {
        tries++;
        Run run = runs.apply(scenario);
        try {
            Run.Result _ = run.go();
            return Optional.empty();
        } catch (Violation violation) {
            return Optional.of(broken(scenario, violation, run))
                    .filter(_ -> violation.kind().equals(kind));
        }
    }

    private boolean hasTime() {
        return tries < MOST_TRIES && System.nanoTime() - begun < LONGEST.toNanos();
    }

    private static Broken broken(Scenario scenario, Violation violation, Run run) {
        return new Broken(scenario, violation.rule(), run.history(violation, LATEST_EVENTS));
    }
}
