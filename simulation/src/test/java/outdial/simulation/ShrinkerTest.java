package outdial.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Writer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.call.Attempt;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollments;
import outdial.memory.Interposed;
import outdial.memory.Memory;

/// Breaks a port on purpose, and looks at what is told of it.
final class ShrinkerTest {
    private static final int MOST_SEEDS = 200;
    private static final String RULE = "nobody on the do-not-call list is called";

    @Test
    void what_is_told_of_a_broken_rule_is_short_and_breaks_it_again() {
        Scenario first = firstBroken();
        Run run = run(first);
        Violation violation = violation(run);

        Shrinker.Broken shortest = Shrinker.shortest(first, violation, run, ShrinkerTest::run);

        assertThat(violation.kind()).isEqualTo(RULE);
        assertThat(shortest.rule()).startsWith(RULE);
        assertThat(shortest.scenario().contacts()).isLessThanOrEqualTo(first.contacts() / 2);
        assertThat(shortest.scenario().faults().kinds())
                .contains(Faults.Kind.OPERATORS)
                .hasSizeLessThan(Faults.Kind.values().length);
        assertThat(shortest.history()).hasSizeBetween(3, 60);
        assertThat(shortest.history().getLast()).contains(" dial ");
        assertThat(String.join("\n", shortest.history())).contains(": add [DoNotCallEntry[");
        assertThatThrownBy(() -> run(shortest.scenario()).go()).hasMessage(shortest.rule());
        assertThat(new Run(shortest.scenario(), Writer.nullWriter()).go().effects())
                .as("nothing is broken where the port is sound")
                .isPositive();
    }

    private static Scenario firstBroken() {
        for (long seed = 1; seed <= MOST_SEEDS; seed++) {
            Scenario scenario = Scenario.of(seed, 20, Duration.ofHours(3), Faults.of(Faults.Level.HIGH));
            try {
                Run.Result _ = run(scenario).go();
            } catch (Violation _) {
                return scenario;
            }
        }
        throw new AssertionError("nobody noticed in " + MOST_SEEDS + " seeds");
    }

    private static Violation violation(Run run) {
        try {
            throw new AssertionError("nobody noticed: " + run.go());
        } catch (Violation violation) {
            return violation;
        }
    }

    private static Run run(Scenario scenario) {
        return new Run(scenario, Writer.nullWriter(), ShrinkerTest::forgetful);
    }

    /// The write that puts an attempt on record does not look at the do-not-call list, as it has promised to.
    private static Object forgetful(Memory memory, Interposed.Call call) {
        if (!call.of(Enrollments.class) || !call.is("dial")) return call.real();
        Attempt attempt = ((Enrollments.Dial) call.arguments().get(2)).attempt();
        Optional<DoNotCallEntry> entry = memory.doNotCall()
                .find(attempt.campaign().workspace(), attempt.route().to());
        boolean _ = memory.doNotCall()
                .remove(attempt.campaign().workspace(), attempt.route().to());
        try {
            return call.real();
        } finally {
            entry.ifPresent(memory.doNotCall()::add);
        }
    }
}
