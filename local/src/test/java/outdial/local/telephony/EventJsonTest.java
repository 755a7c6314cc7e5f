package outdial.local.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outdial.local.telephony.Dialogue.Leg;
import outdial.local.telephony.Dialogue.Notice;

/// The samples of the developer guide, with one leg.
final class EventJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CallRequest REQUEST =
            new CallRequest("app", "+15105550101", "+12065551212", Map.of("attemptId", "a-1"));

    @Test
    void a_new_outbound_call_carries_its_arguments() throws IOException {
        assertThat(written(1, new Event.NewOutboundCall(), Leg.UNANSWERED, Map.of()))
                .isEqualTo(JSON.readTree("""
                {"SchemaVersion":"1.0","Sequence":1,"InvocationEventType":"NEW_OUTBOUND_CALL",
                 "ActionData":{"Type":"CallCreateRequest","Parameters":{"Arguments":{"attemptId":"a-1"}}},
                 "CallDetails":{"TransactionId":"transaction","AwsAccountId":"000000000000","AwsRegion":"us-east-1",
                  "SipMediaApplicationId":"app",
                  "Participants":[{"CallId":"leg","ParticipantTag":"LEG-A","To":"+12065551212","From":"+15105550101",
                   "Direction":"Outbound","StartTimeInMilliseconds":"1763640000000"}]}}"""));
    }

    @Test
    void an_answered_call_is_connected_and_carries_its_attributes() throws IOException {
        JsonNode event = written(3, new Event.Answered(), Leg.CONNECTED, Map.of("k", "v"));

        assertThat(event.has("ActionData")).isFalse();
        assertThat(event.at("/CallDetails/Participants/0/Status").asText()).isEqualTo("Connected");
        assertThat(event.at("/CallDetails/TransactionAttributes").toString()).isEqualTo("{\"k\":\"v\"}");
    }

    @Test
    void a_hangup_carries_its_code_as_a_number() throws IOException {
        JsonNode event = written(6, new Event.HungUp(486), Leg.DISCONNECTED, Map.of());

        assertThat(event.path("ActionData")).isEqualTo(JSON.readTree("""
                {"Type":"Hangup","Parameters":{"SipResponseCode":486,"CallId":"leg","ParticipantTag":"LEG-A"}}"""));
        assertThat(event.at("/CallDetails/Participants/0/Status").asText()).isEqualTo("Disconnected");
    }

    @Test
    void received_digits_come_with_the_action_that_asked_for_them() throws IOException {
        Action action = action("""
                {"Type":"SpeakAndGetDigits","Parameters":{"CallId":"leg","SpeechParameters":{"Text":"One?"},
                "RepeatDurationInMilliseconds":1000}}""");

        JsonNode succeeded = written(4, new Event.ActionSucceeded(action, "1"), Leg.CONNECTED, Map.of());
        JsonNode failed = written(4, new Event.ActionFailed(action, "Oops", "it failed"), Leg.CONNECTED, Map.of());

        assertThat(succeeded.path("ActionData")).isEqualTo(JSON.readTree("""
                {"Type":"SpeakAndGetDigits","Parameters":{"CallId":"leg","SpeechParameters":{"Text":"One?"},
                "RepeatDurationInMilliseconds":1000},"ReceivedDigits":"1"}"""));
        assertThat(failed.path("ActionData")).isEqualTo(JSON.readTree("""
                {"Type":"SpeakAndGetDigits","Parameters":{"CallId":"leg","SpeechParameters":{"Text":"One?"},
                "RepeatDurationInMilliseconds":1000},"ErrorType":"Oops","ErrorMessage":"it failed"}"""));
    }

    @Test
    void a_refused_reply_is_named_at_the_top() throws IOException {
        JsonNode event = written(
                2,
                new Event.ReplyRefused(new Reply.Refused("TransactionAttributesInvalidMapSize", "too many")),
                Leg.CONNECTED,
                Map.of());

        assertThat(event.path("InvocationEventType").asText()).isEqualTo("INVALID_LAMBDA_RESPONSE");
        assertThat(event.path("ErrorType").asText()).isEqualTo("TransactionAttributesInvalidMapSize");
        assertThat(event.path("ErrorMessage").asText()).isEqualTo("too many");
    }

    private static JsonNode written(int sequence, Event event, Leg leg, Map<String, String> attributes)
            throws IOException {
        var ticket = new Ticket("transaction", "leg", REQUEST, Instant.parse("2025-11-20T12:00:00Z"));
        return JSON.readTree(EventJson.write(ticket, new Effect.Ask(sequence, new Notice(event, leg), attributes)));
    }

    private static Action action(String json) {
        Reply reply = ReplyReader.read("{\"SchemaVersion\":\"1.0\",\"Actions\":[" + json + "]}", "leg");
        return ((Reply.Orders) reply).actions().orElseThrow().getFirst();
    }
}
