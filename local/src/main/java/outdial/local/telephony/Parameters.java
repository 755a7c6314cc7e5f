package outdial.local.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The parameters of one action, each read once by its rule; what no rule asked for is refused at the end, since the
/// service would ignore a misspelt parameter silently. Numbers may be strings, as in the service's own samples.
final class Parameters {
    private final String action;
    private final JsonNode json;
    private final Set<String> known = new HashSet<>();

    Parameters(String action, JsonNode json) throws BadReply {
        if (!(json instanceof ObjectNode)) {
            throw BadReply.parameter(action + " needs an object of parameters");
        }
        this.action = action;
        this.json = json;
    }

    Optional<String> text(String name) throws BadReply {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isTextual()) {
            throw BadReply.parameter(action + "." + name + " must be a string");
        }
        return value.map(JsonNode::textValue);
    }

    String requiredText(String name) throws BadReply {
        return required(name, text(name));
    }

    Optional<String> oneOf(String name, Set<String> allowed) throws BadReply {
        Optional<String> value = text(name);
        if (value.isPresent() && !allowed.contains(value.get())) {
            throw BadReply.parameter(action + "." + name + " must be one of "
                    + allowed.stream().sorted().toList());
        }
        return value;
    }

    int number(String name, int least, int most, int otherwise) throws BadReply {
        return number(name, least, most).orElse(otherwise);
    }

    Optional<Duration> millis(String name) throws BadReply {
        return number(name, 0, Integer.MAX_VALUE).map(Duration::ofMillis);
    }

    Duration requiredMillis(String name) throws BadReply {
        return required(name, millis(name));
    }

    /// Keys of a phone, as one string.
    Optional<String> keys(String name) throws BadReply {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = new ArrayList<>();
        for (JsonNode key : value.get()) {
            keys.add(key.asText());
        }
        if (!value.get().isArray() || keys.stream().anyMatch(key -> !key.matches("[0-9*#]"))) {
            throw BadReply.parameter(action + "." + name + " must be a list of the keys 0-9, * and #");
        }
        return Optional.of(String.join("", keys));
    }

    Optional<Parameters> object(String name) throws BadReply {
        Optional<JsonNode> value = value(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(new Parameters(action + "." + name, value.get()));
    }

    Parameters requiredObject(String name) throws BadReply {
        return required(name, object(name));
    }

    /// To be called when everything allowed was read.
    void nothingElse() throws BadReply {
        var names = json.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!known.contains(name)) {
                throw BadReply.parameter(action + " has no parameter " + name);
            }
        }
    }

    BadReply missing(String name) {
        return new BadReply("MissingRequiredActionParameter", action + " needs " + name);
    }

    private Optional<Integer> number(String name, int least, int most) throws BadReply {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String digits = value.get().asText();
        if (!digits.matches("\\d{1,9}") || Integer.parseInt(digits) < least || Integer.parseInt(digits) > most) {
            throw BadReply.parameter(
                    action + "." + name + " must be a whole number from " + least + " to " + most + ", was " + digits);
        }
        return Optional.of(Integer.parseInt(digits));
    }

    private Optional<JsonNode> value(String name) {
        known.add(name);
        return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
    }

    private <T> T required(String name, Optional<T> value) throws BadReply {
        if (value.isEmpty()) {
            throw missing(name);
        }
        return value.get();
    }
}
