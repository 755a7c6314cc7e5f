package outdial.functions.chime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import outdial.phone.PhoneNumber;

/// An event that the Chime SDK invokes a SIP media application's function with. AWS's own samples differ in names
/// and types, so this reads only what it needs and forgives the rest (reference: Amazon Chime SDK Developer Guide,
/// "pstn-invocations").
public record CallEvent(JsonNode json) {
    String type() {
        return json.path("InvocationEventType").asText();
    }

    String transactionId() {
        return json.path("CallDetails").path("TransactionId").asText();
    }

    /// The arguments a call was placed with; only NEW_OUTBOUND_CALL carries them.
    Map<String, String> arguments() {
        return texts(json.path("ActionData").path("Parameters").path("Arguments"));
    }

    /// What earlier answers asked to keep with the call.
    Map<String, String> attributes() {
        return texts(json.path("CallDetails").path("TransactionAttributes"));
    }

    /// The leg that is connected to the person called.
    String callId() {
        return participant().path("CallId").asText();
    }

    /// The number that was called.
    PhoneNumber calledNumber() {
        return new PhoneNumber(participant().path("To").asText());
    }

    boolean isDisconnected() {
        return participant().path("Status").asText().equals("Disconnected");
    }

    private JsonNode participant() {
        return json.path("CallDetails").path("Participants").path(0);
    }

    String actionType() {
        return json.path("ActionData").path("Type").asText();
    }

    /// The keys pressed, without the terminator; empty where none were.
    Optional<String> receivedDigits() {
        String digits = json.path("ActionData").path("ReceivedDigits").asText("");
        return digits.isEmpty() ? Optional.empty() : Optional.of(digits);
    }

    OptionalInt sipResponseCode() {
        JsonNode code = json.path("ActionData").path("Parameters").path("SipResponseCode");
        return code.isMissingNode() || code.isNull() ? OptionalInt.empty() : OptionalInt.of(code.asInt());
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
