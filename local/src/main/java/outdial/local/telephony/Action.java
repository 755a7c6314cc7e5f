package outdial.local.telephony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/// One action of a reply that was found right. `json` is the action as it came: later events repeat it.
sealed interface Action {
    ObjectNode json();

    /// Takes its time and needs nobody: Speak, PlayAudio, Pause.
    record Timed(ObjectNode json, Duration length, boolean interruptible) implements Action {}

    /// Asks the person for keys: SpeakAndGetDigits, PlayAudioAndGetDigits.
    record Collect(ObjectNode json, DigitRules rules) implements Action {}

    record Hangup(ObjectNode json, int sipCode) implements Action {}
}
