package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a function and what runs it.
final class FunctionReader {
    /// Lambda's own defaults.
    private static final int DEFAULT_TIMEOUT_SECONDS = 3;

    private static final int DEFAULT_MEMORY_MEGABYTES = 128;
    private static final int DEFAULT_RETRIES = 2;
    private static final int DEFAULT_QUEUE_BATCH = 10;
    private static final int DEFAULT_STREAM_BATCH = 100;

    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
    private static final Map<String, Duration> UNITS =
            Map.of("minute", Duration.ofMinutes(1), "hour", Duration.ofHours(1), "day", Duration.ofDays(1));

    private FunctionReader() {}

    static Function function(Properties properties, Identity identity) {
        Properties invoke = properties.at("EventInvokeConfig");
        Properties onFailure = invoke.at("DestinationConfig").at("OnFailure");
        Properties deadLetters = properties.at("DeadLetterQueue");
        Function.Runs runs = new Function.Runs(
                triggers(properties, identity),
                invoke.number("MaximumRetryAttempts", DEFAULT_RETRIES),
                queue(onFailure, "Destination"),
                queue(deadLetters, "TargetArn"));
        Function.Limits limits = new Function.Limits(
                properties.number("MemorySize", DEFAULT_MEMORY_MEGABYTES),
                Duration.ofSeconds(properties.number("Timeout", DEFAULT_TIMEOUT_SECONDS)));
        return new Function(
                identity.logicalId(),
                identity.name(),
                properties.text("Handler"),
                properties.at("Environment").textMap("Variables"),
                properties.optional("Role"),
                limits,
                runs);
    }

    private static Optional<String> queue(Properties destination, String property) {
        if (destination.node().isMissingNode()) {
            return Optional.empty();
        }
        if (!destination.optional("Type").orElse("SQS").equals("SQS")) {
            throw destination.rejected("the local cloud knows only destinations of Type SQS");
        }
        return Optional.of(destination.text(property));
    }

    private static List<Trigger> triggers(Properties function, Identity identity) {
        List<Trigger> triggers = new ArrayList<>();
        function.map("Events").forEach((name, event) -> {
            Kind kind = Supported.table().event(event.text("Type"), event.where());
            JsonNode known =
                    Supported.table().honoured(kind, event.at("Properties").node(), event.where());
            trigger(event.text("Type"), name, new Properties(known, event.where()), identity)
                    .ifPresent(triggers::add);
        });
        return triggers;
    }

    private static Optional<Trigger> trigger(String type, String name, Properties event, Identity identity) {
        if (!event.flag("Enabled", true)
                || event.optional("State").orElse("ENABLED").equals("DISABLED")) {
            return Optional.empty();
        }
        return Optional.of(
                switch (type) {
                    case "HttpApi" -> route(event);
                    case "SQS" -> messages(event);
                    case "DynamoDB" -> changes(event);
                    case "EventBridgeRule" ->
                        new Trigger.Matching(
                                event.optional("EventBusName").orElse("default"),
                                event.at("Pattern").node());
                    case "ScheduleV2" ->
                        new Trigger.Every(identity.name() + "-" + name, period(event), event.optional("Input"));
                    default -> throw event.rejected("supported.yaml lists " + type + " but nothing reads it");
                });
    }

    private static Trigger route(Properties event) {
        return new Trigger.Route(
                event.optional("ApiId").orElse("ServerlessHttpApi"),
                event.optional("Method").orElse("ANY").toUpperCase(java.util.Locale.ROOT),
                event.optional("Path").orElse("$default"),
                event.at("Auth").optional("Authorizer"));
    }

    private static Trigger messages(Properties event) {
        return new Trigger.Messages(
                event.text("Queue"),
                batch(event, DEFAULT_QUEUE_BATCH),
                event.at("ScalingConfig").number("MaximumConcurrency"));
    }

    private static Trigger changes(Properties event) {
        if (event.number("ParallelizationFactor", 1) != 1) {
            throw event.rejected("the local cloud knows only the ParallelizationFactor 1");
        }
        String[] stream = event.text("Stream").split("/", -1);
        if (stream.length < 2) {
            throw event.rejected("Stream must be the StreamArn of a table, was " + event.text("Stream"));
        }
        Trigger.Retry retry = new Trigger.Retry(
                event.number("MaximumRetryAttempts").orElse(-1) < 0
                        ? java.util.OptionalInt.empty()
                        : event.number("MaximumRetryAttempts"),
                event.flag("BisectBatchOnFunctionError", false),
                queue(event.at("DestinationConfig").at("OnFailure"), "Destination"));
        boolean fromStart = event.text("StartingPosition").equals("TRIM_HORIZON");
        return new Trigger.Changes(stream[1], batch(event, DEFAULT_STREAM_BATCH), retry, fromStart);
    }

    private static Trigger.Batch batch(Properties event, int otherwise) {
        return new Trigger.Batch(
                event.number("BatchSize", otherwise),
                Duration.ofSeconds(event.number("MaximumBatchingWindowInSeconds", 0)),
                event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"));
    }

    private static Duration period(Properties event) {
        Matcher rate = RATE.matcher(event.text("ScheduleExpression"));
        if (!rate.matches()) {
            throw event.rejected("the local cloud knows only schedules such as rate(5 minutes), was "
                    + event.text("ScheduleExpression"));
        }
        return UNITS.getOrDefault(rate.group(2), Duration.ZERO).multipliedBy(Long.parseLong(rate.group(1)));
    }
}
