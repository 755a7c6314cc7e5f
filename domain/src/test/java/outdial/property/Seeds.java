package outdial.property;

import java.util.Random;
import java.util.function.Consumer;

/// Runs a property on many random cases; a failure names the seed that finds it again.
public final class Seeds {
    private Seeds() {}

    /// Runs the property with the dice of each seed from 1 to `count`.
    public static void each(int count, Consumer<Random> property) {
        for (long seed = 1; seed <= count; seed++) run(seed, property);
    }

    /// Runs the property with the dice of one seed.
    public static void run(long seed, Consumer<Random> property) {
        try {
            property.accept(new Random(seed));
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
        }
    }
}
