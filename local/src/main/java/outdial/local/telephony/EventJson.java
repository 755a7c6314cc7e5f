package outdial.local.telephony;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import outdial.local.telephony.Dialogue.Leg;

/// Writes events as the function receives them (developer guide, pages pstn-invocations and use-create-call-api).
final class EventJson {
    static final String LEG_A = "LEG-A";

    private static final String ACCOUNT = "000000000000";
    private static final String REGION = "us-east-1";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EventJson() {}

    static byte[] write(Ticket ticket, Effect.Ask ask) {
        Event event = ask.notice().event();
        ObjectNode json = JSON.objectNode()
                .put("SchemaVersion", "1.0")
                .put("Sequence", ask.sequence())
                .put("InvocationEventType", event.type());
        ObjectNode action = actionData(ticket, event);
        if (!action.isEmpty()) {
            json.set("ActionData", action);
        }
        json.set("CallDetails", callDetails(ticket, ask));
        if (event instanceof Event.ReplyRefused(Reply.Refused why)) {
            json.put("ErrorType", why.errorType()).put("ErrorMessage", why.message());
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Empty for an event that has none.
    static ObjectNode actionData(Ticket ticket, Event event) {
        return switch (event) {
            case Event.NewOutboundCall placed when ticket.request().arguments().isEmpty() -> JSON.objectNode();
            case Event.NewOutboundCall _ ->
                arguments("CallCreateRequest", ticket.request().arguments());
            case Event.UpdateRequested(Map<String, String> arguments) -> arguments("CallUpdateRequest", arguments);
            case Event.ActionSucceeded(Action action, String digits) -> {
                ObjectNode echo = action.json().deepCopy();
                yield digits.isEmpty() ? echo : echo.put("ReceivedDigits", digits);
            }
            case Event.ActionFailed(Action action, String errorType, String message) ->
                action.json().deepCopy().put("ErrorType", errorType).put("ErrorMessage", message);
            case Event.ActionInterrupted(Action action) -> action.json().deepCopy();
            case Event.HungUp(int sipCode) -> {
                ObjectNode hangup = JSON.objectNode().put("Type", "Hangup");
                hangup.putObject("Parameters")
                        .put("SipResponseCode", sipCode)
                        .put("CallId", ticket.callId())
                        .put("ParticipantTag", LEG_A);
                yield hangup;
            }
            case Event.Repeated repeated -> repeated.actionData();
            case Event.Ringing _ -> JSON.objectNode();
            case Event.Answered _ -> JSON.objectNode();
            case Event.ReplyRefused _ -> JSON.objectNode();
        };
    }

    private static ObjectNode arguments(String type, Map<String, String> arguments) {
        ObjectNode request = JSON.objectNode().put("Type", type);
        ObjectNode written = request.putObject("Parameters").putObject("Arguments");
        new TreeMap<>(arguments).forEach(written::put);
        return request;
    }

    private static ObjectNode callDetails(Ticket ticket, Effect.Ask ask) {
        ObjectNode details = JSON.objectNode().put("TransactionId", ticket.transactionId());
        if (!ask.attributes().isEmpty()) {
            ObjectNode attributes = details.putObject("TransactionAttributes");
            new TreeMap<>(ask.attributes()).forEach(attributes::put);
        }
        details.put("AwsAccountId", ACCOUNT)
                .put("AwsRegion", REGION)
                .put("SipMediaApplicationId", ticket.request().applicationId());
        details.putArray("Participants").add(participant(ticket, ask.notice().leg()));
        return details;
    }

    private static ObjectNode participant(Ticket ticket, Leg leg) {
        ObjectNode participant = JSON.objectNode()
                .put("CallId", ticket.callId())
                .put("ParticipantTag", LEG_A)
                .put("To", ticket.request().to())
                .put("From", ticket.request().from())
                .put("Direction", "Outbound")
                // A string in every sample of the service.
                .put("StartTimeInMilliseconds", String.valueOf(ticket.placedAt().toEpochMilli()));
        return switch (leg) {
            case UNANSWERED -> participant;
            case CONNECTED -> participant.put("Status", "Connected");
            case DISCONNECTED -> participant.put("Status", "Disconnected");
        };
    }
}
