package outdial.local.telephony;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/// Time that passes when a test says so. Work is done at once, on the caller's thread.
final class ManualThreads extends Clock implements Threads {
    private record Due(Instant at, long order, Runnable task) {}

    private final Queue<Due> timers =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private long order;

    void pass(Duration time) {
        Instant end = now.plus(time);
        while (!timers.isEmpty() && !timers.element().at().isAfter(end)) {
            Due next = timers.remove();
            now = next.at();
            next.task().run();
        }
        now = end;
    }

    @Override
    public void run(Runnable task) {
        task.run();
    }

    @Override
    public Timer after(Duration time, Runnable task) {
        var due = new Due(now.plus(time), order++, task);
        timers.add(due);
        return () -> timers.remove(due);
    }

    @Override
    public void close() {
        timers.clear();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only");
    }
}
