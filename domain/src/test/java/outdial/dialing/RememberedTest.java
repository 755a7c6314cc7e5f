package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import outdial.memory.TestClock;

final class RememberedTest {
    private final TestClock clock = new TestClock(NOON);
    private final Remembered<String, Integer> lengths = new Remembered<>(Duration.ofSeconds(10), 2, clock);
    private final List<String> asked = new ArrayList<>();

    @Test
    void an_answer_is_good_for_a_while() {
        of("ann");
        clock.advance(Duration.ofMillis(9_999));
        of("ann");
        assertThat(asked).containsExactly("ann");

        clock.advance(Duration.ofMillis(1));
        assertThat(of("ann")).isEqualTo(3);

        assertThat(asked).containsExactly("ann", "ann");
    }

    @Test
    void no_more_answers_are_kept_than_allowed() {
        List.of("ann", "bob", "cyd", "cyd", "ann").forEach(this::of);

        assertThat(asked).containsExactly("ann", "bob", "cyd", "ann");
    }

    private int of(String name) {
        return lengths.of(name, asking -> {
            asked.add(asking);
            return asking.length();
        });
    }
}
