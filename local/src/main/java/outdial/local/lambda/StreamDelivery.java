package outdial.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import outdial.local.aws.Sqs;
import outdial.local.template.Function;
import outdial.local.template.Queue;
import outdial.local.template.Trigger;

/// Hands one batch of a stream to its function until it is taken or given up. Nothing behind a record is delivered
/// before the record itself is done with.
final class StreamDelivery {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 8;

    private final Trigger.Changes trigger;
    private final Function function;
    private final Invoker invoker;
    private final Sqs sqs;
    private final String streamArn;

    StreamDelivery(Trigger.Changes trigger, Function function, Invoker invoker, Sqs sqs) {
        this.trigger = trigger;
        this.function = function;
        this.invoker = invoker;
        this.sqs = sqs;
        this.streamArn = "arn:aws:dynamodb:us-east-1:000000000000:table/" + trigger.table() + "/stream/local";
    }

    static String sequenceNumber(JsonNode change) {
        return change.path("dynamodb").path("SequenceNumber").asText();
    }

    void deliver(String shard, List<JsonNode> batch, Workers workers) throws IOException, InterruptedException {
        deliver(shard, batch, 0, workers);
    }

    private void deliver(String shard, List<JsonNode> batch, int repeats, Workers workers)
            throws IOException, InterruptedException {
        List<JsonNode> rest = batch;
        for (int repeat = repeats; ; repeat++) {
            int done = invoke(rest);
            if (done == rest.size()) {
                return;
            }
            boolean progressed = done > 0;
            rest = rest.subList(done, rest.size());
            if (repeat >= trigger.retry().attempts().orElse(Integer.MAX_VALUE)) {
                giveUp(shard, rest, repeat);
                return;
            }
            workers.pause(pause(repeat));
            if (trigger.retry().bisect() && !progressed && rest.size() > 1) {
                int half = rest.size() / 2;
                deliver(shard, rest.subList(0, half), repeat + 1, workers);
                deliver(shard, rest.subList(half, rest.size()), repeat + 1, workers);
                return;
            }
        }
    }

    /// How many records from the first on are done with: up to the lowest one that the function named.
    private int invoke(List<JsonNode> batch) {
        List<String> ids = batch.stream().map(StreamDelivery::sequenceNumber).toList();
        try {
            byte[] reply = invoker.invoke(function.logicalId(), event(batch));
            Set<String> failed = trigger.batch().partialFailures() ? ItemFailures.in(reply, ids) : Set.of();
            return failed.stream().mapToInt(ids::indexOf).min().orElse(batch.size());
        } catch (FunctionFailed _) {
            return 0; // logged where it happened
        }
    }

    private byte[] event(List<JsonNode> batch) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ArrayNode records = event.putArray("Records");
        for (JsonNode change : batch) {
            ObjectNode entry = change.deepCopy();
            records.add(entry.put("eventSourceARN", streamArn));
        }
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// What Lambda writes to an OnFailure queue: where the records are, not the records.
    private void giveUp(String shard, List<JsonNode> batch, int repeats) throws IOException, InterruptedException {
        if (trigger.retry().onFailure().isEmpty()) {
            return;
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode().put("version", "1.0");
        record.putObject("requestContext")
                .put("functionArn", function.arn() + ":live")
                .put("condition", "RetryAttemptsExhausted")
                .put("approximateInvokeCount", repeats + 1);
        record.putObject("DDBStreamBatchInfo")
                .put("shardId", shard)
                .put("startSequenceNumber", sequenceNumber(batch.getFirst()))
                .put("endSequenceNumber", sequenceNumber(batch.getLast()))
                .put("batchSize", batch.size())
                .put("streamArn", streamArn);
        sqs.send(Queue.nameIn(trigger.retry().onFailure().get()), record.toString());
    }

    private static Duration pause(int repeat) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(repeat, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
