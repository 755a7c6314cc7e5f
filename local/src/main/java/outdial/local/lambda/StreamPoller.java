package outdial.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.local.aws.JsonApi;
import outdial.local.template.Trigger;

/// Lambda's DynamoDB event source: reads the shards of one table's stream, each in order, and hands batches to the
/// function one after the other.
final class StreamPoller implements Poller {
    /// Between looks at a quiet stream. Lambda looks four times a second.
    private static final Duration PAUSE = Duration.ofMillis(100);

    /// How often it looks for changes before it asks again which shards there are; a new one appears every few hours.
    private static final int LOOKS_BETWEEN_SHARDS = 50;

    /// Most records in one request.
    private static final int REQUEST_SIZE = 1000;

    private final Trigger.Changes trigger;
    private final String streamArn;
    private final JsonApi streams;
    private final Checkpoints checkpoints;
    private final StreamDelivery delivery;
    private final InstantSource clock;
    private final Map<String, String> iterators = new HashMap<>();
    private final Map<String, Boolean> finished = new HashMap<>();
    private Map<String, String> shards = Map.of();
    private int looks;

    StreamPoller(
            Trigger.Changes trigger,
            String streamArn,
            JsonApi streams,
            Checkpoints checkpoints,
            StreamDelivery delivery,
            InstantSource clock) {
        this.trigger = trigger;
        this.streamArn = streamArn;
        this.streams = streams;
        this.checkpoints = checkpoints;
        this.delivery = delivery;
        this.clock = clock;
    }

    @Override
    public void poll(Workers workers) throws IOException, InterruptedException {
        boolean idle = true;
        boolean nothingLeft = finished.keySet().containsAll(shards.keySet());
        if (nothingLeft || looks++ % LOOKS_BETWEEN_SHARDS == 0) {
            shards = shards();
        }
        for (Map.Entry<String, String> shard : shards.entrySet()) {
            boolean parentRead =
                    finished.getOrDefault(shard.getValue(), shard.getValue().isEmpty());
            if (parentRead && !finished.containsKey(shard.getKey())) {
                idle &= !read(shard.getKey(), workers);
            }
        }
        if (idle) {
            workers.pause(PAUSE);
        }
    }

    /// Shard ids in the order of the stream, each with its parent if that one is still there.
    private Map<String, String> shards() throws IOException, InterruptedException {
        Map<String, String> shards = new LinkedHashMap<>();
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("StreamArn", streamArn);
        JsonNode page = streams.call("DescribeStream", request).path("StreamDescription");
        while (true) {
            page.path("Shards").forEach(shard -> {
                String parent = shard.path("ParentShardId").asText();
                shards.put(shard.path("ShardId").asText(), shards.containsKey(parent) ? parent : "");
            });
            if (!page.has("LastEvaluatedShardId")) {
                return shards;
            }
            request.set("ExclusiveStartShardId", page.path("LastEvaluatedShardId"));
            page = streams.call("DescribeStream", request).path("StreamDescription");
        }
    }

    /// Delivers one batch of the shard, if there is something; says whether there was.
    private boolean read(String shard, Workers workers) throws IOException, InterruptedException {
        try {
            Batch batch = collect(shard, workers);
            if (!batch.changes().isEmpty()) {
                delivery.deliver(shard, batch.changes(), workers);
                checkpoints.reached(
                        shard, StreamDelivery.sequenceNumber(batch.changes().getLast()));
            }
            remember(shard, batch.next());
            return !batch.changes().isEmpty();
        } catch (JsonApi.Refused e) {
            startAgain(shard, e);
            return false;
        }
    }

    /// @param next where to read on; empty at the end of a shard that is closed
    private record Batch(List<JsonNode> changes, String next) {}

    /// As many changes as there are, or as come within the batching window.
    private Batch collect(String shard, Workers workers) throws IOException, InterruptedException {
        String iterator = Optional.ofNullable(iterators.get(shard)).orElse("");
        if (iterator.isEmpty()) {
            iterator = iterator(shard);
        }
        List<JsonNode> changes = new ArrayList<>();
        long end = System.nanoTime() + trigger.batch().window().toNanos();
        while (true) {
            JsonNode page = records(iterator, trigger.batch().size() - changes.size());
            page.path("Records").forEach(change -> changes.add(stamped(change)));
            iterator = page.path("NextShardIterator").asText();
            boolean enough =
                    changes.isEmpty() || changes.size() >= trigger.batch().size();
            if (enough || iterator.isEmpty() || System.nanoTime() >= end) {
                return new Batch(changes, iterator);
            }
            workers.pause(PAUSE);
        }
    }

    /// DynamoDB Local knows only the machine's time, and of that the minute; a change is read as soon as it is made.
    private JsonNode stamped(JsonNode change) {
        ((ObjectNode) change.path("dynamodb"))
                .put("ApproximateCreationDateTime", clock.instant().getEpochSecond());
        return change;
    }

    /// An iterator lives for a quarter of an hour (a laptop sleeps longer), a change for a day.
    private void startAgain(String shard, JsonApi.Refused refusal) throws IOException {
        switch (refusal.type()) {
            case "ExpiredIteratorException" -> iterators.remove(shard);
            case "TrimmedDataAccessException" -> {
                iterators.remove(shard);
                checkpoints.forget(shard);
            }
            default -> throw refusal;
        }
    }

    private void remember(String shard, String iterator) {
        if (iterator.isEmpty()) {
            finished.put(shard, true);
            iterators.remove(shard);
        } else {
            iterators.put(shard, iterator);
        }
    }

    private JsonNode records(String iterator, int most) throws IOException, InterruptedException {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("ShardIterator", iterator)
                .put("Limit", Math.min(most, REQUEST_SIZE));
        return streams.call("GetRecords", request);
    }

    private String iterator(String shard) throws IOException, InterruptedException {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("StreamArn", streamArn)
                .put("ShardId", shard);
        if (checkpoints.of(shard).isPresent()) {
            request.put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER")
                    .put("SequenceNumber", checkpoints.of(shard).get());
        } else {
            // A shard that appears later is read from its start, whatever the trigger says of the first ones.
            boolean fromStart = trigger.fromStart() || !checkpoints.none();
            request.put("ShardIteratorType", fromStart ? "TRIM_HORIZON" : "LATEST");
        }
        return streams.call("GetShardIterator", request).path("ShardIterator").asText();
    }

    @Override
    public String toString() {
        return "stream " + streamArn;
    }
}
