package outdial.local.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import outdial.local.lambda.Invoker;

/// A small call flow: asks for 1 or 9, remembers the answer in the attributes, says goodbye and hangs up.
final class ToyCallFlow implements Invoker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> events = new ArrayList<>();

    @Override
    public synchronized byte[] invoke(String functionLogicalId, byte[] event) {
        try {
            JsonNode json = JSON.readTree(event);
            events.add(json);
            return reply(json).getBytes(StandardCharsets.UTF_8);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    synchronized List<JsonNode> events() {
        return List.copyOf(events);
    }

    /// The events of all calls: sequence and type.
    List<String> heard() {
        return events().stream()
                .map(event -> event.path("Sequence").asInt() + " "
                        + event.path("InvocationEventType").asText())
                .toList();
    }

    private static String reply(JsonNode event) {
        String leg = event.at("/CallDetails/Participants/0/CallId").asText();
        return switch (event.path("InvocationEventType").asText()) {
            case "NEW_OUTBOUND_CALL" ->
                """
                {"SchemaVersion":"1.0","TransactionAttributes":{"attemptId":"%s"}}
                """.formatted(event.at("/ActionData/Parameters/Arguments/attemptId")
                        .asText());
            case "CALL_ANSWERED" -> """
                {"SchemaVersion":"1.0","Actions":[{"Type":"SpeakAndGetDigits","Parameters":{"CallId":"%s",
                "InputDigitsRegex":"^[19]$","MinNumberOfDigits":1,"MaxNumberOfDigits":1,"Repeat":2,
                "RepeatDurationInMilliseconds":4000,
                "SpeechParameters":{"Text":"Good morning. Press 1 to hear more, or 9 not to be called again."},
                "FailureSpeechParameters":{"Text":"Sorry."}}}]}
                """.formatted(leg);
            case "ACTION_SUCCESSFUL", "ACTION_FAILED" ->
                """
                {"SchemaVersion":"1.0","Actions":[
                {"Type":"Speak","Parameters":{"CallId":"%s","Text":"Thank you. Goodbye."}},
                {"Type":"Hangup","Parameters":{"CallId":"%s","SipResponseCode":"0"}}],
                "TransactionAttributes":{"attemptId":"%s","digits":"%s"}}
                """.formatted(
                        leg,
                        leg,
                        event.at("/CallDetails/TransactionAttributes/attemptId").asText(),
                        event.at("/ActionData/ReceivedDigits").asText());
            default -> "{\"SchemaVersion\":\"1.0\"}";
        };
    }
}
