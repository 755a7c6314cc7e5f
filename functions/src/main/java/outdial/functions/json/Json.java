package outdial.functions.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Messages and events as JSON: times in RFC 3339, nothing written for what is absent, unknown fields of events
/// ignored, as AWS asks of those who read its events.
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not writable as JSON: " + value.getClass().getName(), e);
        }
    }

    /// @throws IllegalArgumentException the text is not JSON of this type
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + " in JSON", e);
        }
    }

    public static JsonNode tree(InputStream stream) {
        try {
            return MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("not readable as JSON", e);
        }
    }

    /// One value after the other, with or without line ends between them.
    public static List<JsonNode> trees(InputStream stream) {
        try (MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(stream)) {
            return values.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("not readable as JSON", e);
        }
    }

    /// A tree to write into.
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
