package outdial.local.telephony;

import java.util.Map;

/// A fact of a call that the ledger keeps.
sealed interface Note {
    record Placed(String callId, CallRequest request, Persona persona) implements Note {}

    record Rang() implements Note {}

    record Answered() implements Note {}

    record Pressed(String keys) implements Note {}

    /// An event goes to the function: after a restart no sequence number is used twice for different events.
    record Asked(int sequence, String eventType) implements Note {}

    record Kept(Map<String, String> attributes) implements Note {
        public Kept {
            attributes = Map.copyOf(attributes);
        }
    }

    record Ended(int sipCode) implements Note {}

    /// The function had its HANGUP event, or the network gave up telling it.
    record Reported() implements Note {}
}
