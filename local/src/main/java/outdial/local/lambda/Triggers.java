package outdial.local.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import outdial.local.aws.DynamoDb;
import outdial.local.aws.EventBridge;
import outdial.local.aws.Sqs;
import outdial.local.template.Function;
import outdial.local.template.Trigger;

/// Connects every trigger of the template with its function.
public final class Triggers implements AutoCloseable {
    /// How long [#close()] lets batches be finished.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Sources sources;
    private final Invoker invoker;
    private final Async async;
    private final HttpFront http;
    private final Faults faults;
    private final Clock clock;
    private final Schedules schedules;
    private final Workers workers = new Workers();

    /// Where triggers look.
    ///
    /// @param checkpoints directory that keeps how far streams were read; empty keeps it for this run
    public record Sources(DynamoDb tables, Sqs queues, EventBridge events, Optional<Path> checkpoints) {}

    /// Runs what is triggered.
    public record Runners(Invoker invoker, Async async, HttpFront http) {}

    /// Prepares triggers; none fires before it is started.
    ///
    /// @param scheduleSpeed how many times faster than real time schedules run
    public Triggers(Sources sources, Runners runners, Faults faults, Clock clock, int scheduleSpeed) {
        this.sources = sources;
        this.invoker = runners.invoker();
        this.async = runners.async();
        this.http = runners.http();
        this.faults = faults;
        this.clock = clock;
        this.schedules = new Schedules(runners.async(), clock, scheduleSpeed);
    }

    public void start(Function function) throws IOException, InterruptedException {
        for (Trigger trigger : function.runs().triggers()) {
            switch (trigger) {
                case Trigger.Route route -> http.add(route, function);
                case Trigger.Messages messages ->
                    workers.start(new QueuePoller(messages, function, invoker, sources.queues(), faults));
                case Trigger.Changes changes -> workers.start(poller(changes, function));
                case Trigger.Matching matching ->
                    sources.events()
                            .addRule(
                                    matching.bus(),
                                    matching.pattern(),
                                    event -> async.invoke(
                                            function, event.toString().getBytes(StandardCharsets.UTF_8)));
                case Trigger.Every every -> schedules.add(every, function);
            }
        }
    }

    private Poller poller(Trigger.Changes changes, Function function) throws IOException, InterruptedException {
        Optional<Path> file = sources.checkpoints()
                .map(directory -> directory.resolve(function.logicalId() + "-" + changes.table() + ".json"));
        return new StreamPoller(
                changes,
                sources.tables().streamOf(changes.table()),
                sources.tables().streams(),
                new Checkpoints(file),
                new StreamDelivery(changes, function, invoker, sources.queues()),
                clock);
    }

    /// Runs the schedules of a function now.
    ///
    /// @throws IllegalArgumentException it has none
    public void runScheduleNow(String functionLogicalId) {
        schedules.runNow(functionLogicalId);
    }

    /// Looks for no more work, and lets batches that were handed over be finished.
    @Override
    public void close() {
        schedules.close();
        workers.stop(GRACE);
    }

    /// Stops like a machine that dies.
    public void kill() {
        schedules.close();
        workers.kill();
    }
}
