package outdial.functions.chime;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The answer to an event: actions to run, and attributes to keep with the call. What is absent stays as it is.
/// Attributes are always sent all together, because some replace the rest, and stay under ten short strings, the
/// lowest limit AWS states.
public record CallReply(
        @JsonProperty("SchemaVersion") String schemaVersion,
        @JsonProperty("Actions") Optional<List<Action>> actions,
        @JsonProperty("TransactionAttributes") Optional<Map<String, String>> attributes) {

    /// Changes nothing.
    static CallReply none() {
        return new CallReply("1.0", Optional.empty(), Optional.empty());
    }

    static CallReply keeping(Map<String, String> attributes) {
        return new CallReply("1.0", Optional.empty(), Optional.of(attributes));
    }

    static CallReply running(List<Action> actions, Map<String, String> attributes) {
        return new CallReply("1.0", Optional.of(actions), Optional.of(attributes));
    }

    /// One action, by its type and parameters.
    public record Action(
            @JsonProperty("Type") String type,
            @JsonProperty("Parameters") Map<String, Object> parameters) {}
}
