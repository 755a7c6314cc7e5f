package outdial.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Many short runs in which everything goes wrong that can.
final class SeedsTest {
    private static final int SEEDS = 200;
    private static final int CONTACTS = 40;
    private static final Duration HOURS = Duration.ofHours(3);
    private static final int TOLD = 60;

    @Test
    void whatever_goes_wrong_every_rule_holds() {
        long calls = 0;

        for (long seed = 1; seed <= SEEDS; seed++) calls += calls(Scenario.of(seed, CONTACTS, HOURS, many()));

        assertThat(calls).as("calls in the midst of it").isGreaterThan(SEEDS * 20L);
    }

    /// One line for each run that once broke a rule, or that found a mistake in the simulation itself.
    @Test
    void what_once_went_wrong_does_not_again() {
        List<String> lines = lines("/regressions.txt").stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            String[] words = line.split(" ", 5);
            Faults.Level faults = Faults.Level.valueOf(words[3].toUpperCase(Locale.ROOT));
            calls(Scenario.of(
                    Long.parseLong(words[0]),
                    Integer.parseInt(words[1]),
                    Duration.ofHours(Integer.parseInt(words[2])),
                    Faults.of(faults)));
        });
    }

    private static Faults many() {
        return Faults.of(Faults.Level.HIGH);
    }

    private static long calls(Scenario scenario) {
        Run run = new Run(scenario, Writer.nullWriter());
        try {
            return run.go().calls();
        } catch (Violation violation) {
            throw new AssertionError(
                    scenario + ": " + violation.rule() + "\n" + String.join("\n", run.history(violation, TOLD)),
                    violation);
        }
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SeedsTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
