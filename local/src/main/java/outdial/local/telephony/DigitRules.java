package outdial.local.telephony;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// How an action asks for digits and which it takes.
///
/// @param attempts how often the question is asked at most
record DigitRules(Prompts prompts, Expected expected, Patience patience, int attempts) {
    /// How long the question takes, and what is said after a wrong answer.
    record Prompts(Duration question, Duration failure) {}

    /// @param terminators keys that end the input and do not belong to it
    record Expected(Optional<String> regex, int least, int most, String terminators) {
        /// Whether digits as they were pressed, without and with their terminator, are what was asked for. The
        /// developer guide's samples have the terminator in their regular expression, most code in use has not.
        boolean accepts(String digits, String pressed) {
            return digits.length() >= least
                    && regex.map(wanted -> Pattern.matches(wanted, digits) || Pattern.matches(wanted, pressed))
                            .orElse(true);
        }
    }

    /// How long the first digit is waited for, and each further one.
    record Patience(Duration first, Duration between) {}
}
