package outdial.local.telephony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import outdial.local.telephony.Dialogue.Leg;

/// A fact of a call that the ledger keeps.
sealed interface Note {
    record Placed(String callId, CallRequest request, Persona persona) implements Note {}

    record Rang() implements Note {}

    record Answered() implements Note {}

    record Pressed(String keys) implements Note {}

    /// An event goes to the function. Without [Heard] after it, it is sent again at the next start, under its number.
    record Asked(int sequence, String eventType, Leg leg, ObjectNode actionData) implements Note {}

    /// The function replied to the event last sent, or was given up on.
    record Heard() implements Note {}

    record Kept(Map<String, String> attributes) implements Note {
        public Kept {
            attributes = Map.copyOf(attributes);
        }
    }

    record Ended(int sipCode) implements Note {}

    /// The function had its HANGUP event, or the network gave up telling it.
    record Reported() implements Note {}
}
