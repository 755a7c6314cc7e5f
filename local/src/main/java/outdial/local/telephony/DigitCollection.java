package outdial.local.telephony;

import java.time.Duration;
import java.util.Optional;

/// What happens when a person is asked for digits: how long it takes and what is pressed.
///
/// @param digits what the function receives; empty if no attempt gave what was asked for
/// @param pressed every key pressed, in order
/// @param promptsAnswered so many of the person's answers are used up by now
record DigitCollection(Duration length, Optional<String> digits, String pressed, int promptsAnswered) {
    private static final Duration BETWEEN_KEYS = Duration.ofMillis(400);

    static DigitCollection of(DigitRules rules, Person person, int promptsAnswered) {
        var soFar = new DigitCollection(Duration.ZERO, Optional.empty(), "", promptsAnswered);
        for (int attempt = 0; attempt < rules.attempts() && soFar.digits.isEmpty(); attempt++) {
            soFar = soFar.ask(rules, person);
        }
        return soFar;
    }

    private DigitCollection ask(DigitRules rules, Person person) {
        Optional<String> keys = person.keysAfter(promptsAnswered)
                .filter(some -> person.reaction().compareTo(rules.patience().first()) <= 0);
        Duration asked = length.plus(rules.prompts().question());
        if (keys.isEmpty()) {
            return new DigitCollection(
                    asked.plus(rules.patience().first()).plus(rules.prompts().failure()),
                    Optional.empty(),
                    pressed,
                    promptsAnswered);
        }
        return hear(rules, keys.get(), asked.plus(person.reaction()));
    }

    private DigitCollection hear(DigitRules rules, String keys, Duration firstKeyAt) {
        DigitRules.Expected expected = rules.expected();
        int taken = 0;
        boolean ended = false;
        while (taken < keys.length() && !ended) {
            ended = expected.terminators().indexOf(keys.charAt(taken)) >= 0 || taken + 1 == expected.most();
            taken++;
        }
        String heard = keys.substring(0, taken);
        boolean terminated = expected.terminators().indexOf(heard.charAt(taken - 1)) >= 0;
        String digits = terminated ? heard.substring(0, taken - 1) : heard;
        Duration end = firstKeyAt.plus(BETWEEN_KEYS.multipliedBy(taken - 1L));
        if (!ended) {
            end = end.plus(rules.patience().between());
        }
        boolean accepted = expected.accepts(digits, heard);
        return new DigitCollection(
                accepted ? end : end.plus(rules.prompts().failure()),
                accepted ? Optional.of(digits) : Optional.empty(),
                pressed + heard,
                promptsAnswered + 1);
    }
}
