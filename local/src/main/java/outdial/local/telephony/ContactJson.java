package outdial.local.telephony;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import outdial.local.template.Account;

/// Writes contacts as Amazon Connect does: for DescribeContact, for its events, and for the function of its flow.
final class ContactJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String instanceArn;

    ContactJson(String instanceId) {
        this.instanceArn =
                "arn:aws:connect:" + Account.LOCAL_REGION + ":" + Account.LOCAL_ID + ":instance/" + instanceId;
    }

    /// The answer of DescribeContact, whose times are seconds with a fraction.
    ObjectNode described(Page page) {
        CallRecord call = page.call();
        ObjectNode answer = JSON.objectNode();
        ObjectNode contact = answer.putObject("Contact")
                .put("Arn", instanceArn + "/contact/" + call.transactionId())
                .put("Id", call.transactionId())
                .put("InitiationMethod", "API")
                .put("Channel", "VOICE")
                .put("InitiationTimestamp", seconds(call.placedAt()));
        ObjectNode attributes = contact.putObject("Attributes");
        call.request().arguments().forEach(attributes::put);
        page.attributes().forEach(attributes::put);
        call.answeredAt().ifPresent(at -> contact.put("ConnectedToSystemTimestamp", seconds(at)));
        call.ending().ifPresent(ending -> {
            contact.put("DisconnectTimestamp", seconds(ending.at()));
            contact.put("DisconnectReason", reason(ending.sipCode()));
        });
        if (ContactRequest.isDetecting(call.request())) {
            detected(call).ifPresent(status -> contact.put("AnsweringMachineDetectionStatus", status));
        }
        return answer;
    }

    /// What campaign traffic is told of whoever answered, or did not.
    static Optional<String> detected(CallRecord call) {
        if (call.answeredAt().isPresent()) {
            boolean machine = call.persona().equals(Personas.nameOf(Personas.VOICEMAIL));
            return Optional.of(machine ? "VOICEMAIL_NO_BEEP" : "HUMAN_ANSWERED");
        }
        return call.sipCode().map(code -> switch (code) {
            case 404 -> "SIT_TONE_INVALID_NUMBER";
            case 486 -> "SIT_TONE_BUSY";
            case CallMachine.UNAVAILABLE -> "AMD_UNANSWERED";
            default -> "AMD_UNRESOLVED";
        });
    }

    /// By the descriptions in the data model of contact records; which code of the network becomes which is ours.
    private static String reason(int sipCode) {
        return switch (sipCode) {
            case CallMachine.NORMAL_CLEARING -> "CUSTOMER_DISCONNECT";
            case 404, 410, 484, 604 -> "TELECOM_NUMBER_INVALID";
            case 486, 600 -> "TELECOM_BUSY";
            case 403, 603, 607, 608 -> "TELECOM_POTENTIAL_BLOCKING";
            case 408, CallMachine.UNAVAILABLE -> "TELECOM_TIMEOUT";
            default -> "TELECOM_PROBLEM";
        };
    }

    /// The detail of an event; it does not carry the contact's attributes.
    ObjectNode event(String type, CallRecord call) {
        ObjectNode detail = JSON.objectNode()
                .put("eventType", type)
                .put("contactId", call.transactionId())
                .put("initialContactId", call.transactionId())
                .put("channel", "VOICE")
                .put("instanceArn", instanceArn)
                .put("initiationMethod", "API")
                .put("initiationTimestamp", call.placedAt().toString());
        call.answeredAt().ifPresent(at -> detail.put("connectedToSystemTimestamp", at.toString()));
        call.endedAt().ifPresent(at -> detail.put("disconnectTimestamp", at.toString()));
        return detail;
    }

    /// What the function of a flow is invoked with.
    ObjectNode invocation(Page page, Map<String, String> parameters) {
        ObjectNode event = JSON.objectNode().put("Name", "ContactFlowEvent");
        ObjectNode details = event.putObject("Details");
        ObjectNode contact = details.putObject("ContactData");
        ObjectNode attributes = contact.putObject("Attributes");
        page.call().request().arguments().forEach(attributes::put);
        page.attributes().forEach(attributes::put);
        contact.put("AwsRegion", Account.LOCAL_REGION)
                .put("Channel", "VOICE")
                .put("ContactId", page.call().transactionId())
                .put("InitialContactId", page.call().transactionId())
                .put("PreviousContactId", page.call().transactionId())
                .put("InitiationMethod", "API")
                .put("InstanceARN", instanceArn)
                .put("LanguageCode", "en-US")
                .putNull("Queue");
        contact.set("CustomerEndpoint", endpoint(page.call().request().to()));
        contact.set("SystemEndpoint", endpoint(page.call().request().from()));
        ObjectNode given = details.putObject("Parameters");
        parameters.forEach(given::put);
        return event;
    }

    private static ObjectNode endpoint(String number) {
        return JSON.objectNode().put("Address", number).put("Type", "TELEPHONE_NUMBER");
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }
}
