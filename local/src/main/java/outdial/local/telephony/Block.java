package outdial.local.telephony;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// One action of a contact flow, of the few types that Outdial's flow uses. Texts may be references such as
/// `$.External.text`.
sealed interface Block {
    Exits exits();

    /// Branches by what answered, in campaign traffic; elsewhere the error exit is taken.
    record CheckCall(Exits exits) implements Block {}

    /// @param parameters handed to the function beside what is known of the contact
    record Invoke(Map<String, String> parameters, Exits exits) implements Block {}

    record SetVoice(String voice, Exits exits) implements Block {}

    /// Says a text and takes so many keys at most; the first must come within `patience`.
    record Collect(String text, Duration patience, int most, Exits exits) implements Block {}

    record Compare(String value, Exits exits) implements Block {}

    /// Sets attributes of the contact.
    record Keep(Map<String, String> attributes, Exits exits) implements Block {}

    record Say(String text, Exits exits) implements Block {}

    record Disconnect(Exits exits) implements Block {}

    /// Where the flow goes on: by the condition that is equal, by the error, or else by `next`.
    record Exits(Optional<String> next, Map<String, String> conditions, Map<String, String> errors) {
        private static final String ANY_ERROR = "NoMatchingError";
        private static final String NO_CONDITION = "NoMatchingCondition";

        Optional<String> matching(String value) {
            return Optional.ofNullable(conditions.get(value))
                    .or(() -> Optional.ofNullable(errors.get(NO_CONDITION)))
                    .or(() -> next);
        }

        Optional<String> failed() {
            return Optional.ofNullable(errors.get(ANY_ERROR));
        }
    }
}
