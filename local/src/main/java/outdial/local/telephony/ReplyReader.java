package outdial.local.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Holds a function's reply against the service's schema, as strictly as its strictest page.
final class ReplyReader {
    private static final int MOST_ACTIONS = 10;

    // The error that the service documents says 10, another page 100.
    private static final int MOST_ATTRIBUTES = 10;
    private static final int MOST_ATTRIBUTE_BYTES = 20 * 1_024;
    private static final Set<String> MEMBERS = Set.of("SchemaVersion", "Actions", "TransactionAttributes");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReplyReader() {}

    static Reply read(String reply, String callId) {
        try {
            ObjectNode json = object(reply);
            return new Reply.Orders(
                    actions(json.path("Actions"), callId), attributes(json.path("TransactionAttributes")));
        } catch (BadReply bad) {
            return new Reply.Refused(bad.errorType(), String.valueOf(bad.getMessage()));
        }
    }

    private static ObjectNode object(String reply) throws BadReply {
        JsonNode json;
        try {
            json = JSON.readTree(reply);
        } catch (IOException malformed) {
            throw new BadReply("InvalidLambdaResponse", "Response is not JSON");
        }
        if (!(json instanceof ObjectNode object) || object.isEmpty()) {
            throw new BadReply("InvalidLambdaResponse", "Response is blank or empty");
        }
        if (!object.path("SchemaVersion").asText().equals("1.0")) {
            throw new BadReply("InvalidSchemaVersion", "SchemaVersion must be 1.0");
        }
        for (var names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!MEMBERS.contains(name)) {
                throw new BadReply("InvalidLambdaResponse", "Response has no member " + name);
            }
        }
        return object;
    }

    private static Optional<List<Action>> actions(JsonNode json, String callId) throws BadReply {
        if (json.isMissingNode() || json.isNull()) {
            return Optional.empty();
        }
        if (!json.isArray()) {
            throw new BadReply("InvalidLambdaResponse", "Error while reading actions list");
        }
        if (json.size() > MOST_ACTIONS) {
            throw new BadReply("TooManyActions", "Too many actions specified in a response");
        }
        var reader = new ActionReader(callId);
        List<Action> actions = new ArrayList<>();
        for (JsonNode action : json) {
            actions.add(reader.read(action));
        }
        return Optional.of(List.copyOf(actions));
    }

    private static Optional<Map<String, String>> attributes(JsonNode json) throws BadReply {
        if (json.isMissingNode() || json.isNull()) {
            return Optional.empty();
        }
        if (!json.isObject()) {
            throw new BadReply("TransactionAttributesInvalid", "Transaction Attributes must be an object");
        }
        if (json.size() > MOST_ATTRIBUTES) {
            throw new BadReply(
                    "TransactionAttributesInvalidMapSize",
                    "Transaction Attributes has too many mappings. Maximum number of mappings is 10");
        }
        if (json.toString().getBytes(StandardCharsets.UTF_8).length > MOST_ATTRIBUTE_BYTES) {
            throw new BadReply("TransactionAttributesInvalidSize", "Transaction Attributes has more than 20 KB");
        }
        Map<String, String> attributes = new HashMap<>();
        for (var each : json.properties()) {
            if (!each.getValue().isTextual()) {
                throw new BadReply(
                        "TransactionAttributesInvalid", "Transaction Attribute " + each.getKey() + " must be a string");
            }
            attributes.put(each.getKey(), each.getValue().textValue());
        }
        return Optional.of(Map.copyOf(attributes));
    }
}
