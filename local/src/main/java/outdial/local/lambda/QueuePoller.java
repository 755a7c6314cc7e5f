package outdial.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import outdial.local.aws.Sqs;
import outdial.local.template.Function;
import outdial.local.template.Queue;
import outdial.local.template.Trigger;

/// Lambda's SQS event source: polls one queue, hands batches to the function, deletes what was handled. What failed
/// is not touched: the queue shows it again after the visibility time-out and counts towards its redrive policy.
final class QueuePoller implements Poller {
    /// The longest that one request may wait for messages.
    private static final Duration LONG_POLL = Duration.ofSeconds(20);

    /// Most messages in one request.
    private static final int REQUEST_SIZE = 10;

    /// Batches at once where the template sets no MaximumConcurrency; Lambda begins with five.
    private static final int DEFAULT_CONCURRENCY = 5;

    private final Trigger.Messages trigger;
    private final Function function;
    private final Invoker invoker;
    private final Sqs sqs;
    private final Faults faults;
    private final String queue;
    private final Semaphore free;

    QueuePoller(Trigger.Messages trigger, Function function, Invoker invoker, Sqs sqs, Faults faults) {
        this.trigger = trigger;
        this.function = function;
        this.invoker = invoker;
        this.sqs = sqs;
        this.faults = faults;
        this.queue = Queue.nameIn(trigger.queueArn());
        this.free = new Semaphore(trigger.maximumConcurrency().orElse(DEFAULT_CONCURRENCY));
    }

    @Override
    public void poll(Workers workers) throws IOException, InterruptedException {
        free.acquire();
        boolean handedOver = false;
        try {
            List<JsonNode> batch = receive();
            if (!batch.isEmpty()) {
                workers.run(() -> deliver(batch), free::release);
                handedOver = true;
            }
        } finally {
            if (!handedOver) {
                free.release();
            }
        }
    }

    /// One batch: as many as are there, or as come within the batching window.
    private List<JsonNode> receive() throws IOException, InterruptedException {
        List<JsonNode> batch = new ArrayList<>(receive(trigger.batch().size(), LONG_POLL));
        long end = System.nanoTime() + trigger.batch().window().toNanos();
        while (!batch.isEmpty() && batch.size() < trigger.batch().size() && System.nanoTime() < end) {
            batch.addAll(receive(trigger.batch().size() - batch.size(), Duration.ofNanos(end - System.nanoTime())));
        }
        return batch;
    }

    private List<JsonNode> receive(int most, Duration wait) throws IOException, InterruptedException {
        ObjectNode request = request()
                .put("MaxNumberOfMessages", Math.min(most, REQUEST_SIZE))
                .put("WaitTimeSeconds", wait.toSeconds());
        request.putArray("MessageSystemAttributeNames").add("All");
        request.putArray("AttributeNames").add("All");
        request.putArray("MessageAttributeNames").add("All");
        List<JsonNode> messages = new ArrayList<>();
        sqs.api().call("ReceiveMessage", request).path("Messages").forEach(messages::add);
        return messages;
    }

    private void deliver(List<JsonNode> received) throws IOException, InterruptedException {
        List<JsonNode> lost = faults.lost(queue, received);
        delete(lost);
        List<JsonNode> batch = new ArrayList<>(received);
        batch.removeAll(lost);
        if (batch.isEmpty()) {
            return;
        }
        Thread.sleep(faults.delayOf(queue));
        if (faults.duplicates(queue)) {
            failed(batch);
        }
        Set<String> failed = failed(batch);
        delete(batch.stream()
                .filter(message -> !failed.contains(message.path("MessageId").asText()))
                .toList());
    }

    private Set<String> failed(List<JsonNode> batch) {
        Set<String> all = batch.stream()
                .map(message -> message.path("MessageId").asText())
                .collect(Collectors.toSet());
        try {
            byte[] event = SqsEvents.of(batch, trigger.queueArn()).toString().getBytes(StandardCharsets.UTF_8);
            byte[] reply = invoker.invoke(function.logicalId(), event);
            return trigger.batch().partialFailures() ? ItemFailures.in(reply, all) : Set.of();
        } catch (FunctionFailed _) {
            return all; // logged where it happened
        }
    }

    private void delete(List<JsonNode> messages) throws IOException, InterruptedException {
        for (int from = 0; from < messages.size(); from += REQUEST_SIZE) {
            ObjectNode request = request();
            ArrayNode entries = request.putArray("Entries");
            for (JsonNode message : messages.subList(from, Math.min(messages.size(), from + REQUEST_SIZE))) {
                entries.addObject()
                        .put("Id", Integer.toString(entries.size()))
                        .set("ReceiptHandle", message.path("ReceiptHandle"));
            }
            sqs.api().call("DeleteMessageBatch", request);
        }
    }

    private ObjectNode request() {
        return JsonNodeFactory.instance.objectNode().put("QueueUrl", sqs.url(queue));
    }

    @Override
    public String toString() {
        return function.logicalId() + " on queue " + queue;
    }
}
