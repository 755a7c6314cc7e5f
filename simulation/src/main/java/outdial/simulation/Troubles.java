package outdial.simulation;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import outdial.simulation.Faults.Kind;

/// Decides by the dice when a fault strikes, from when they begin until they end.
final class Troubles {
    /// No clock is further off than this. The design stands seconds: a dialer leaves a claim 15 s before its lease
    /// ends,
    /// and a call's lease ends a minute after the longest call. AWS keeps the clocks of Lambda within milliseconds.
    static final Duration MOST_SKEW = Duration.ofSeconds(2);

    private final Faults faults;
    private final Random dice;
    private boolean begun;

    Troubles(Faults faults, Random dice) {
        this.faults = faults;
        this.dice = dice;
    }

    boolean has(Kind kind) {
        return begun && faults.kinds().contains(kind);
    }

    /// With `chance` where faults are many.
    boolean strike(Kind kind, double chance) {
        return has(kind) && dice.nextDouble() < chance * faults.level().share();
    }

    /// From none up to this, evenly, in whole microseconds: so many digits every program can read.
    Duration upTo(Duration most) {
        return Duration.of((long) (dice.nextDouble() * most.toNanos() / 1000), ChronoUnit.MICROS);
    }

    /// How far the clock of a handler that starts now is ahead.
    Duration skew() {
        if (!has(Kind.CLOCKS)) return Duration.ZERO;
        Duration most =
                Duration.ofMillis((long) (MOST_SKEW.toMillis() * faults.level().share()));
        return upTo(most.multipliedBy(2)).minus(most);
    }

    /// How far a clock may be off at all in this run.
    Duration mostSkew() {
        return faults.kinds().contains(Kind.CLOCKS) ? MOST_SKEW : Duration.ZERO;
    }

    Random dice() {
        return dice;
    }

    void begin() {
        begun = true;
    }

    /// From now on everything works.
    void end() {
        begun = false;
    }
}
