package outdial.local.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads a contact flow in Amazon Connect's flow language, version 2019-10-30 (Amazon Connect API Reference, "Flow
/// language"). Strict: an action or parameter that is not known here stops the network, so that nothing is ignored
/// which AWS would do.
final class FlowReader {
    private static final String VERSION = "2019-10-30";
    private static final ObjectMapper JSON = new ObjectMapper();

    private FlowReader() {}

    /// @throws IllegalArgumentException the flow is not as described; the message names the action
    static Flow read(Path file) {
        try {
            return parse(JSON.readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the contact flow " + file, unreadable);
        }
    }

    static Flow parse(JsonNode flow) {
        only("a flow", flow, Set.of("Version", "StartAction", "Metadata", "Actions"));
        if (!flow.path("Version").asText().equals(VERSION))
            throw new IllegalArgumentException("a flow has the version " + VERSION);
        Map<String, Block> blocks = new HashMap<>();
        for (JsonNode action : flow.path("Actions")) {
            String id = action.path("Identifier").asText();
            if (blocks.put(id, block(id, action)) != null)
                throw new IllegalArgumentException("two actions are called '" + id + "'");
        }
        return new Flow(flow.path("StartAction").asText(), blocks);
    }

    private static Block block(String id, JsonNode action) {
        only(id, action, Set.of("Identifier", "Type", "Parameters", "Transitions"));
        JsonNode parameters = action.path("Parameters");
        Block.Exits exits = exits(action.path("Transitions"));
        String type = action.path("Type").asText();
        return switch (type) {
            case "CheckOutboundCallStatus" -> {
                only(id, parameters, Set.of());
                yield new Block.CheckCall(exits);
            }
            case "InvokeLambdaFunction" -> invoke(id, parameters, exits);
            case "UpdateContactTextToSpeechVoice" -> {
                only(id, parameters, Set.of("TextToSpeechVoice", "TextToSpeechEngine"));
                yield new Block.SetVoice(text(id, parameters, "TextToSpeechVoice"), exits);
            }
            case "GetParticipantInput" -> collect(id, parameters, exits);
            case "Compare" -> {
                only(id, parameters, Set.of("ComparisonValue"));
                yield new Block.Compare(text(id, parameters, "ComparisonValue"), exits);
            }
            case "UpdateContactAttributes" -> {
                only(id, parameters, Set.of("Attributes", "TargetContact"));
                yield new Block.Keep(texts(parameters.path("Attributes")), exits);
            }
            case "MessageParticipant" -> {
                only(id, parameters, Set.of("Text"));
                yield new Block.Say(text(id, parameters, "Text"), exits);
            }
            case "DisconnectParticipant" -> {
                only(id, parameters, Set.of());
                yield new Block.Disconnect(exits);
            }
            default -> throw new IllegalArgumentException(id + ": this phone network performs no action " + type);
        };
    }

    private static Block invoke(String id, JsonNode parameters, Block.Exits exits) {
        only(
                id,
                parameters,
                Set.of(
                        "LambdaFunctionARN",
                        "InvocationTimeLimitSeconds",
                        "LambdaInvocationAttributes",
                        "ResponseValidation"));
        text(id, parameters, "LambdaFunctionARN");
        number(id, parameters, "InvocationTimeLimitSeconds", 8);
        if (!parameters.path("ResponseValidation").path("ResponseType").asText().equals("STRING_MAP"))
            throw new IllegalArgumentException(id + ": only answers of the type STRING_MAP are understood here");
        return new Block.Invoke(texts(parameters.path("LambdaInvocationAttributes")), exits);
    }

    private static Block collect(String id, JsonNode parameters, Block.Exits exits) {
        only(id, parameters, Set.of("Text", "StoreInput", "InputTimeLimitSeconds", "InputValidation"));
        if (!parameters.path("StoreInput").asText().equals("True"))
            throw new IllegalArgumentException(id + ": only input that is stored is understood here");
        return new Block.Collect(
                text(id, parameters, "Text"),
                Duration.ofSeconds(number(id, parameters, "InputTimeLimitSeconds", 180)),
                number(id, parameters.path("InputValidation").path("CustomValidation"), "MaximumLength", 128),
                exits);
    }

    private static Block.Exits exits(JsonNode transitions) {
        only("Transitions", transitions, Set.of("NextAction", "Conditions", "Errors"));
        Map<String, String> conditions = new HashMap<>();
        for (JsonNode exit : transitions.path("Conditions")) {
            JsonNode condition = exit.path("Condition");
            if (!condition.path("Operator").asText().equals("Equals"))
                throw new IllegalArgumentException("only the operator Equals is understood here");
            condition
                    .path("Operands")
                    .forEach(operand -> conditions.put(
                            operand.asText(), exit.path("NextAction").asText()));
        }
        Map<String, String> errors = new HashMap<>();
        transitions
                .path("Errors")
                .forEach(exit -> errors.put(
                        exit.path("ErrorType").asText(), exit.path("NextAction").asText()));
        Optional<String> next =
                Optional.of(transitions.path("NextAction").asText()).filter(id -> !id.isEmpty());
        return new Block.Exits(next, Map.copyOf(conditions), Map.copyOf(errors));
    }

    private static String text(String id, JsonNode parameters, String name) {
        JsonNode value = parameters.path(name);
        if (!value.isTextual() || value.textValue().isEmpty())
            throw new IllegalArgumentException(id + ": " + name + " is a text");
        return value.textValue();
    }

    /// The flow language writes numbers as texts.
    private static int number(String id, JsonNode parameters, String name, int most) {
        String text = text(id, parameters, name);
        if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > most)
            throw new IllegalArgumentException(id + ": " + name + " is 1 to " + most + ", was " + text);
        return Integer.parseInt(text);
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return Map.copyOf(texts);
    }

    private static void only(String id, JsonNode object, Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        object.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        if (!unknown.isEmpty())
            throw new IllegalArgumentException(id + ": this phone network does not know " + String.join(", ", unknown));
    }
}
