package outdial.functions.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The files of events/, which are what AWS really sends.
public final class Events {
    private static final Path FOLDER = Path.of("../events");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Events() {}

    public static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> of(String function) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(function))) {
            return files.map(file -> function + "/" + file.getFileName())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode tree(String file) {
        try {
            return MAPPER.readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As the Lambda runtime reads it.
    public static APIGatewayV2HTTPEvent http(JsonNode tree) {
        return MAPPER.convertValue(tree, APIGatewayV2HTTPEvent.class);
    }

    /// The event of a request like that of events/Api/read-campaign.json, with another method, target and body.
    static ObjectNode request(String method, String target, String body) {
        ObjectNode event = (ObjectNode) tree("Api/read-campaign.json");
        String[] parts = target.split("\\?", 2);
        event.put("rawPath", parts[0]);
        event.withObject("/requestContext/http").put("method", method).put("path", parts[0]);
        if (parts.length == 2) {
            event.put("rawQueryString", parts[1]);
            ObjectNode query = event.putObject("queryStringParameters");
            Arrays.stream(parts[1].split("&", -1))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> query.put(pair[0], PercentEncoding.decode(pair[1])));
        }
        if (!body.isEmpty()) {
            event.put("body", body);
            event.withObject("/headers").put("content-type", "application/json");
        }
        return event;
    }
}
