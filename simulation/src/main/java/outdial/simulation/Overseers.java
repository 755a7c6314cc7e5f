package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.UnaryOperator;
import outdial.rules.Policies;
import outdial.rules.Region;
import outdial.rules.Switches;
import outdial.workspace.CallerNumber;
import outdial.workspace.Stop;

/// Those who decide about all calls of a workspace, or of the deployment: emergency stops, the rules of the law,
/// blocked
/// regions, and what the caller numbers bear.
final class Overseers {
    private static final Duration LONGEST_STOP = Duration.ofMinutes(20);
    private static final List<String> UNCONFIRMED = List.of("US-CA", "US-NV", "US-IL", "US-MA", "GB", "US-TX");
    private static final List<String> CONFIRMED = List.of("US-FL", "CA", "FR", "AU", "US-WA", "US-LA");
    private static final List<String> REGIONS = List.of("US-NY", "US-FL", "CA-QC", "US", "FR", "AU", "GB");

    private final Stage stage;
    private final Deployment deployment;
    private final Office office;
    private final Scenario scenario;
    private final Random dice;

    Overseers(Stage stage, Deployment deployment, Office office, Scenario scenario) {
        this.stage = stage;
        this.deployment = deployment;
        this.office = office;
        this.scenario = scenario;
        this.dice = stage.troubles().dice();
    }

    void act() {
        switch (dice.nextInt(6)) {
            case 0 -> emergency(stop -> policies().stop(Office.WORKSPACE, stop));
            case 1 -> emergency(policies()::stopAll);
            case 2 -> change(switches -> switches.withOn(any(UNCONFIRMED)));
            case 3 -> change(switches -> switches.withOff(any(CONFIRMED), waiver()));
            case 4 -> block(new Region(any(REGIONS)));
            default -> relimit();
        }
    }

    /// Of a workspace or of the whole deployment.
    private interface Switch {
        void set(Optional<Stop> stop);
    }

    private void emergency(Switch stops) {
        stops.set(Optional.of(new Stop("simulated", "operator", stage.schedule().instant())));
        goOnLater(stops);
    }

    /// Tries until it is done: nothing else ends a stop.
    private void goOnLater(Switch stops) {
        later(LONGEST_STOP, () -> {
            if (!Deployment.unlessItDies(() -> stops.set(Optional.empty()))) goOnLater(stops);
        });
    }

    private void block(Region region) {
        LocalDate today = LocalDate.ofInstant(stage.schedule().now(), ZoneOffset.UTC);
        change(switches -> switches.withBlock(region, today.minusDays(dice.nextInt(2))));
        later(LONGEST_STOP, () -> change(switches -> switches.withoutBlock(region)));
    }

    private void change(UnaryOperator<Switches> how) {
        Switches now = policies().of(Office.WORKSPACE).switches();
        boolean _ = policies().change(Office.WORKSPACE, now, how.apply(now));
    }

    private Switches.Waiver waiver() {
        return new Switches.Waiver("simulated", "operator", stage.schedule().instant());
    }

    private void relimit() {
        CallerNumber now = any(scenario.callers());
        int calls = 1 + dice.nextInt(scenario.callerLimit() * 2);
        OptionalInt aDay = now.dailyLimit().isPresent() ? OptionalInt.of(5 + dice.nextInt(40)) : OptionalInt.empty();
        office.limit(new CallerNumber(now.phone(), now.label(), now.carrier(), calls, aDay));
    }

    private Policies policies() {
        return deployment.books().policies();
    }

    private void later(Duration most, Runnable what) {
        Instant at = stage.schedule().now().plus(stage.troubles().upTo(most));
        Actor operator = new Actor("overseer", stage.troubles().skew(), Instant.MAX);
        stage.schedule().at(at, operator, () -> {
            boolean _ = Deployment.unlessItDies(what);
        });
    }

    private <T> T any(List<T> choices) {
        return choices.get(dice.nextInt(choices.size()));
    }
}
