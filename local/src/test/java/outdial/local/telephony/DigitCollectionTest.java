package outdial.local.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.local.telephony.DigitRules.Expected;
import outdial.local.telephony.DigitRules.Patience;
import outdial.local.telephony.DigitRules.Prompts;
import outdial.local.telephony.Persona.Answering;
import outdial.local.telephony.Persona.Stay;

final class DigitCollectionTest {
    private static final Prompts PROMPTS = new Prompts(Duration.ofSeconds(4), Duration.ofSeconds(2));
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(3));

    @Test
    void one_digit_ends_the_input_when_no_more_are_taken() {
        var outcome = DigitCollection.of(rules(new Expected(Optional.of("^[19]$"), 1, 1, "#"), 3), presses("1"), 0);

        assertThat(outcome).isEqualTo(new DigitCollection(Duration.ofSeconds(5), Optional.of("1"), "1", 1));
    }

    @Test
    void further_digits_are_waited_for() {
        var outcome = DigitCollection.of(rules(new Expected(Optional.empty(), 1, 5, "#"), 1), presses("12"), 0);

        assertThat(outcome).isEqualTo(new DigitCollection(Duration.ofMillis(8_400), Optional.of("12"), "12", 1));
    }

    @Test
    void a_terminator_ends_the_input_and_is_no_digit() {
        var outcome =
                DigitCollection.of(rules(new Expected(Optional.of("^\\d{2}#$"), 2, 5, "#"), 1), presses("12#"), 0);

        assertThat(outcome).isEqualTo(new DigitCollection(Duration.ofMillis(5_800), Optional.of("12"), "12#", 1));
    }

    @Test
    void a_wrong_key_is_answered_with_the_failure_prompt_and_the_question_again() {
        var outcome =
                DigitCollection.of(rules(new Expected(Optional.of("^[19]$"), 1, 1, "#"), 3), presses("5", "9"), 0);

        assertThat(outcome).isEqualTo(new DigitCollection(Duration.ofSeconds(12), Optional.of("9"), "59", 2));
    }

    @Test
    void silence_fails_after_the_last_attempt() {
        var outcome = DigitCollection.of(rules(new Expected(Optional.empty(), 0, 1, "#"), 2), presses(), 0);

        assertThat(outcome).isEqualTo(new DigitCollection(Duration.ofSeconds(22), Optional.empty(), "", 0));
    }

    @Test
    void keys_used_for_an_earlier_prompt_are_not_pressed_again() {
        var outcome = DigitCollection.of(rules(new Expected(Optional.empty(), 1, 1, "#"), 1), presses("5", "1"), 1);

        assertThat(outcome.digits()).contains("1");
    }

    private static DigitRules rules(Expected expected, int attempts) {
        return new DigitRules(PROMPTS, expected, PATIENCE, attempts);
    }

    private static Person presses(String... keys) {
        return new Person(
                new Answering(List.of(keys), Stay.TO_THE_END),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(1),
                Duration.ofMinutes(30));
    }
}
