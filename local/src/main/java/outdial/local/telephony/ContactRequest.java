package outdial.local.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What StartOutboundVoiceContact was asked for.
record ContactRequest(
        String instanceId,
        String flowId,
        Optional<String> token,
        CallRequest call,
        boolean detecting,
        Duration ringing) {
    private static final String APPLICATION = "connect/";
    private static final Set<String> KNOWN = Set.of(
            "InstanceId",
            "ContactFlowId",
            "ClientToken",
            "DestinationPhoneNumber",
            "SourcePhoneNumber",
            "Attributes",
            "TrafficType",
            "AnswerMachineDetectionConfig",
            "RingTimeoutInSeconds");

    /// @throws IllegalArgumentException a parameter is wrong; the message names it
    static ContactRequest read(JsonNode json) {
        Set<String> unknown = new TreeSet<>();
        json.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty())
            throw new IllegalArgumentException("there is no parameter " + String.join(", ", unknown));
        boolean campaign = json.path("TrafficType").asText("GENERAL").equals("CAMPAIGN");
        boolean detecting = json.path("AnswerMachineDetectionConfig")
                .path("EnableAnswerMachineDetection")
                .asBoolean();
        if (detecting && !campaign)
            throw new IllegalArgumentException("TrafficType must be CAMPAIGN where machines are detected");
        int ringing = json.path("RingTimeoutInSeconds").asInt(60);
        if (ringing < 15 || ringing > 60)
            throw new IllegalArgumentException("RingTimeoutInSeconds must be 15 to 60, was " + ringing);
        String instance = json.path("InstanceId").asText();
        return new ContactRequest(
                instance,
                json.path("ContactFlowId").asText(),
                Optional.of(json.path("ClientToken").asText()).filter(token -> !token.isEmpty()),
                new CallRequest(
                        APPLICATION + (detecting ? "campaign" : "general"),
                        number(json, "SourcePhoneNumber"),
                        number(json, "DestinationPhoneNumber"),
                        attributes(json.path("Attributes"))),
                detecting,
                Duration.ofSeconds(ringing));
    }

    /// Whether a call of the ledger was started by Amazon Connect.
    static boolean isOne(CallRequest call) {
        return call.applicationId().startsWith(APPLICATION);
    }

    static boolean isDetecting(CallRequest call) {
        return call.applicationId().equals(APPLICATION + "campaign");
    }

    private static String number(JsonNode json, String name) {
        String number = json.path(name).asText();
        if (!number.startsWith("+") || !CallRequest.isPhoneNumber(number))
            throw new IllegalArgumentException(name + " must be in E.164 format");
        return number;
    }

    private static Map<String, String> attributes(JsonNode json) {
        Map<String, String> attributes = new HashMap<>();
        for (var each : json.properties()) {
            if (!each.getKey().matches("[A-Za-z0-9_-]+") || !each.getValue().isTextual())
                throw new IllegalArgumentException("Attributes map names of letters and digits to texts");
            attributes.put(each.getKey(), each.getValue().textValue());
        }
        return attributes;
    }
}
