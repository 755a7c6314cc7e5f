package outdial.local.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import outdial.local.telephony.Dialogue.Leg;

/// A ledger entry as one line of JSON.
final class EntryJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryJson() {}

    static String write(Entry entry) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("at", entry.at().toString())
                .put("transactionId", entry.transactionId());
        switch (entry.note()) {
            case Note.Placed(String callId, CallRequest request, Persona persona) -> {
                json.put("note", "placed")
                        .put("callId", callId)
                        .put("applicationId", request.applicationId())
                        .put("from", request.from())
                        .put("to", request.to())
                        .put("persona", Personas.nameOf(persona));
                json.set("arguments", map(request.arguments()));
            }
            case Note.Rang _ -> json.put("note", "rang");
            case Note.Answered _ -> json.put("note", "answered");
            case Note.Pressed(String keys) -> json.put("note", "pressed").put("keys", keys);
            case Note.Asked(int sequence, String eventType, Leg leg, ObjectNode actionData) ->
                json.put("note", "asked")
                        .put("sequence", sequence)
                        .put("eventType", eventType)
                        .put("leg", leg.name())
                        .set("actionData", actionData);
            case Note.Heard _ -> json.put("note", "heard");
            case Note.Kept(Map<String, String> attributes) ->
                json.put("note", "kept").set("attributes", map(attributes));
            case Note.Ended(int sipCode) -> json.put("note", "ended").put("sipCode", sipCode);
            case Note.Reported _ -> json.put("note", "reported");
        }
        return json.toString();
    }

    static Entry read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return new Entry(
                    Instant.parse(json.path("at").asText()),
                    json.path("transactionId").asText(),
                    note(json));
        } catch (IOException malformed) {
            throw new UncheckedIOException("a line of the ledger is not JSON", malformed);
        }
    }

    private static Note note(JsonNode json) {
        String note = json.path("note").asText();
        return switch (note) {
            case "placed" ->
                new Note.Placed(
                        json.path("callId").asText(),
                        new CallRequest(
                                json.path("applicationId").asText(),
                                json.path("from").asText(),
                                json.path("to").asText(),
                                map(json.path("arguments"))),
                        Personas.named(json.path("persona").asText()));
            case "rang" -> new Note.Rang();
            case "answered" -> new Note.Answered();
            case "pressed" -> new Note.Pressed(json.path("keys").asText());
            case "asked" ->
                new Note.Asked(
                        json.path("sequence").asInt(),
                        json.path("eventType").asText(),
                        Leg.valueOf(json.path("leg").asText()),
                        json.withObject("/actionData"));
            case "heard" -> new Note.Heard();
            case "kept" -> new Note.Kept(map(json.path("attributes")));
            case "ended" -> new Note.Ended(json.path("sipCode").asInt());
            case "reported" -> new Note.Reported();
            default -> throw new IllegalArgumentException("a ledger has no note '" + note + "'");
        };
    }

    private static ObjectNode map(Map<String, String> map) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(map).forEach(json::put);
        return json;
    }

    private static Map<String, String> map(JsonNode json) {
        return json.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().asText()));
    }
}
