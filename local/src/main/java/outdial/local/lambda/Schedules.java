package outdial.local.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import outdial.local.template.Account;
import outdial.local.template.Function;
import outdial.local.template.Trigger;

/// EventBridge Scheduler: runs functions at a fixed rate, the first time one period after the start.
final class Schedules implements AutoCloseable {
    private record Schedule(Trigger.Every every, Function function) {}

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("schedules").factory());
    private final List<Schedule> schedules = new CopyOnWriteArrayList<>();
    private final Async async;
    private final Clock clock;
    private final int speed;

    /// @param speed how many times faster than real time schedules run
    Schedules(Async async, Clock clock, int speed) {
        this.async = async;
        this.clock = clock;
        this.speed = speed;
    }

    void add(Trigger.Every every, Function function) {
        Schedule schedule = new Schedule(every, function);
        schedules.add(schedule);
        Duration period = every.period().dividedBy(speed);
        var _ = timer.scheduleAtFixedRate(
                () -> run(schedule), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Runs the schedules of a function now, beside their usual times.
    ///
    /// @throws IllegalArgumentException it has none
    void runNow(String functionLogicalId) {
        List<Schedule> mine = schedules.stream()
                .filter(schedule -> schedule.function().logicalId().equals(functionLogicalId))
                .toList();
        if (mine.isEmpty()) {
            throw new IllegalArgumentException("no schedule runs " + functionLogicalId);
        }
        mine.forEach(this::run);
    }

    private void run(Schedule schedule) {
        String input = schedule.every().input().orElseGet(() -> event(schedule));
        async.invoke(schedule.function(), input.getBytes(StandardCharsets.UTF_8));
    }

    /// What Scheduler sends to a Lambda target that has no Input.
    /// https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html
    private String event(Schedule schedule) {
        var event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("id", java.util.UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.scheduler")
                .put("account", Account.LOCAL_ID)
                .put(
                        "time",
                        clock.instant()
                                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                .toString())
                .put("region", Account.LOCAL_REGION);
        event.putArray("resources")
                .add("arn:aws:scheduler:" + Account.LOCAL_REGION + ":" + Account.LOCAL_ID + ":schedule/default/"
                        + schedule.every().name());
        return event.put("detail", "{}").toString();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
