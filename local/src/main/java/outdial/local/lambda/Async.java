package outdial.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import outdial.local.aws.Sqs;
import outdial.local.template.Function;
import outdial.local.template.Queue;

/// Runs functions without anybody waiting for the answer, as EventBridge, Scheduler and SES do: a failed run is
/// repeated, then the event goes to the function's dead-letter queue and its OnFailure destination, where it has
/// one.
public final class Async implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Async.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Lambda waits one minute before the first repeat and two before the second; here nobody has that long.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Invoker invoker;
    private final Sqs queues;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Async(Invoker invoker, Sqs queues, Clock clock) {
        this.invoker = invoker;
        this.queues = queues;
        this.clock = clock;
    }

    /// Takes the event and returns at once.
    public void invoke(Function function, byte[] event) {
        try {
            threads.execute(() -> run(function, event));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "stopped before {0} could run", function.logicalId());
        }
    }

    private void run(Function function, byte[] event) {
        try {
            for (int run = 1; ; run++) {
                try {
                    invoker.invoke(function.logicalId(), event);
                    return;
                } catch (FunctionFailed failure) {
                    if (run > function.runs().retries()) {
                        giveUp(function, event, run, failure);
                        return;
                    }
                    Thread.sleep(PAUSE.multipliedBy(run));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(Level.ERROR, function.logicalId() + ": the event could not be dead-lettered", e);
        }
    }

    private void giveUp(Function function, byte[] event, int runs, FunctionFailed failure)
            throws IOException, InterruptedException {
        if (function.runs().deadLetters().isPresent()) {
            queues.send(
                    Queue.nameIn(function.runs().deadLetters().get()),
                    JSON.readTree(event).toString());
        }
        if (function.runs().onFailure().isPresent()) {
            queues.send(
                    Queue.nameIn(function.runs().onFailure().get()),
                    record(function, event, runs, failure).toString());
        }
    }

    /// The invocation record of Lambda's destinations.
    private JsonNode record(Function function, byte[] event, int runs, FunctionFailed failure) throws IOException {
        ObjectNode record = JSON.createObjectNode()
                .put("version", "1.0")
                .put("timestamp", clock.instant().toString());
        record.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", function.arn() + ":live")
                .put("condition", "RetriesExhausted")
                .put("approximateInvokeCount", runs);
        record.set("requestPayload", JSON.readTree(event));
        record.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "1")
                .put("functionError", "Unhandled");
        record.putObject("responsePayload")
                .put("errorType", failure.errorType())
                .put("errorMessage", failure.getMessage());
        return record;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
