package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// What runs a function; one entry of its Events.
public sealed interface Trigger {
    /// A route of an HTTP API.
    ///
    /// @param api logical id of the API
    /// @param method an HTTP method or `ANY`
    /// @param authorizer instead of the API's default one; `NONE` for none
    record Route(String api, String method, String path, Optional<String> authorizer) implements Trigger {}

    /// Messages of a queue.
    record Messages(String queueArn, Batch batch, OptionalInt maximumConcurrency) implements Trigger {}

    /// Changes of a table, in order.
    record Changes(String table, Batch batch, Retry retry, boolean fromStart) implements Trigger {}

    /// Events on an event bus.
    ///
    /// @param pattern an EventBridge event pattern
    record Matching(String bus, JsonNode pattern) implements Trigger {}

    /// A schedule of EventBridge Scheduler.
    ///
    /// @param input what the function is given, JSON; empty for what Scheduler gives by itself
    record Every(String name, Duration period, Optional<String> input) implements Trigger {}

    /// How many messages or changes come together.
    ///
    /// @param window how long a batch that is not full may wait for more
    /// @param partialFailures the reply names what failed (ReportBatchItemFailures)
    record Batch(int size, Duration window, boolean partialFailures) {}

    /// What a stream does with a batch that failed.
    ///
    /// @param attempts repeats before it is given up; empty means until it succeeds
    /// @param onFailure ARN of the queue that is told what was given up
    record Retry(OptionalInt attempts, boolean bisect, Optional<String> onFailure) {}
}
