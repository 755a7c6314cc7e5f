package outdial.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import outdial.local.aws.Gateway.Replies;
import outdial.local.template.Account;

/// EventBridge with its default bus and those of the template. Events reach every rule whose pattern they match.
public final class EventBridge implements AwsService {
    public static final String DEFAULT_BUS = "default";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PUT_EVENTS = "AWSEvents.PutEvents";

    private record Rule(String bus, EventPattern pattern, Consumer<JsonNode> target) {}

    private final Set<String> buses = ConcurrentHashMap.newKeySet();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final Clock clock;

    public EventBridge(Clock clock) {
        this.clock = clock;
        buses.add(DEFAULT_BUS);
    }

    public void addBus(String name) {
        buses.add(name);
    }

    /// Calls the target for every event of the bus that matches; the target must not block.
    ///
    /// @throws IllegalArgumentException there is no such bus, or the pattern is not understood
    public void addRule(String bus, JsonNode pattern, Consumer<JsonNode> target) {
        String name = nameOf(bus);
        if (!buses.contains(name)) {
            throw new IllegalArgumentException("there is no event bus " + name + ", only " + buses);
        }
        rules.add(new Rule(name, new EventPattern(pattern), target));
    }

    /// Puts an event of an AWS service on the default bus.
    public void publish(String source, String detailType, List<String> resources, JsonNode detail) {
        ObjectNode event = envelope(
                source,
                detailType,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        resources.forEach(event.withArray("resources")::add);
        publish(DEFAULT_BUS, event.set("detail", detail));
    }

    @Override
    public void handle(HttpExchange exchange, byte[] body) throws IOException {
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        if (!target.equals(PUT_EVENTS)) {
            Replies.error(exchange, 400, "UnknownOperationException", "the local cloud knows only PutEvents");
            return;
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode results = answer.putArray("Entries");
        int failed = 0;
        for (JsonNode entry : JSON.readTree(body).path("Entries")) {
            ObjectNode result = put(entry);
            failed += result.has("ErrorCode") ? 1 : 0;
            results.add(result);
        }
        Replies.json(exchange, 200, JSON.writeValueAsBytes(answer.put("FailedEntryCount", failed)));
    }

    private ObjectNode put(JsonNode entry) {
        String bus = nameOf(entry.path("EventBusName").asText(DEFAULT_BUS));
        if (!buses.contains(bus)) {
            return refused("ResourceNotFoundException", "Event bus " + bus + " does not exist.");
        }
        JsonNode detail;
        try {
            detail = JSON.readTree(entry.path("Detail").asText());
        } catch (IOException _) {
            return refused("MalformedDetail", "Detail is malformed.");
        }
        ObjectNode event = envelope(
                entry.path("Source").asText(),
                entry.path("DetailType").asText(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        entry.path("Resources").forEach(event.withArray("resources")::add);
        publish(bus, event.set("detail", detail));
        return JSON.createObjectNode().put("EventId", event.path("id").asText());
    }

    private void publish(String bus, JsonNode event) {
        for (Rule rule : rules) {
            if (rule.bus().equals(bus) && rule.pattern().matches(event)) {
                rule.target().accept(event);
            }
        }
    }

    private static ObjectNode envelope(String source, String detailType, String time) {
        ObjectNode event = JSON.createObjectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", detailType)
                .put("source", source)
                .put("account", Account.LOCAL_ID)
                .put("time", time)
                .put("region", Account.LOCAL_REGION);
        event.putArray("resources");
        return event;
    }

    private static ObjectNode refused(String code, String message) {
        return JSON.createObjectNode().put("ErrorCode", code).put("ErrorMessage", message);
    }

    private static String nameOf(String busOrArn) {
        return busOrArn.substring(busOrArn.lastIndexOf('/') + 1);
    }
}
