package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import outdial.dialing.Pauses;

/// Virtual time and who goes on in it. Whatever happens is an entry at a time; entries of the same time come in an
/// order
/// that the dice decide. An entry either begins a job or wakes one that sleeps, and exactly one job goes at any moment:
/// it holds the baton until it sleeps or ends. Whoever has the baton and nothing to do looks for the next entry, so
/// that
/// most jobs need no switch of threads.
final class Schedule implements InstantSource, Pauses {
    private static final long NANOS = 1_000_000_000L;

    private final Random dice;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final List<Worker> workers = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Optional<Throwable> failure = Optional.empty();
    private Optional<Worker> holder = Optional.empty();
    private Actor current = Actor.NOBODY;
    private long now;
    private long end;
    private long numbered;

    Schedule(Instant start, Random dice) {
        this.now = nanos(start);
        this.dice = dice;
    }

    private sealed interface What {
        record Begin(Actor actor, Runnable job) implements What {}

        record Wake(Actor actor, Worker sleeper) implements What {}
    }

    private record Entry(long at, int tie, long number, What what) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(at, other.at);
            if (byTime != 0) return byTime;
            int byTie = Integer.compare(tie, other.tie);
            return byTie != 0 ? byTie : Long.compare(number, other.number);
        }
    }

    /// The true time.
    Instant now() {
        return Instant.ofEpochSecond(now / NANOS, now % NANOS);
    }

    /// What the clock of whoever runs shows.
    @Override
    public Instant instant() {
        return current.ahead().isZero() ? now() : now().plus(current.ahead());
    }

    Actor current() {
        return current;
    }

    /// Has `job` done by `actor` at that time, or now if it is past.
    void at(Instant time, Actor actor, Runnable job) {
        entries.add(entry(Math.max(now, nanos(time)), new What.Begin(actor, job)));
    }

    void after(Duration wait, Actor actor, Runnable job) {
        at(now().plus(wait), actor, job);
    }

    /// By the clock of whoever runs.
    @Override
    public void until(Instant time) {
        if (!time.isAfter(instant())) return;
        sleep(nanos(time.minus(current.ahead())));
        current.waited();
    }

    /// Lets others go on for so long.
    void pause(Duration time) {
        sleep(now + time.toNanos());
    }

    /// Everything up to `last`; throws what a job threw. To be called once.
    void run(Instant last) {
        end = nanos(last);
        next().pass();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the middle of a run", e);
        }
        workers.forEach(Worker::dismiss);
        failure.ifPresent(Schedule::rethrow);
        now = end;
        current = Actor.NOBODY;
    }

    private static void rethrow(Throwable thrown) {
        switch (thrown) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(thrown);
        }
    }

    private void sleep(long until) {
        if (until <= now) return;
        Worker me = holder.orElseThrow();
        Actor mine = current;
        Entry wake = entry(until, new What.Wake(mine, me));
        Entry next = entries.peek();
        if (until <= end && (next == null || wake.compareTo(next) < 0)) {
            now = until;
            return;
        }
        entries.add(wake);
        next().pass();
        me.await();
        holder = Optional.of(me);
        current = mine;
    }

    /// Who goes on: the one whom the next entry wakes, or one who looks for work.
    private Worker next() {
        Entry next = entries.peek();
        if (next != null && next.at() <= end && next.what() instanceof What.Wake(Actor _, Worker sleeper)) {
            entries.remove();
            now = next.at();
            return sleeper;
        }
        return idle.isEmpty() ? hired() : idle.pop();
    }

    private Worker hired() {
        Worker worker = new Worker(this::work);
        workers.add(worker);
        return worker;
    }

    /// Begins what is next, until another must go on.
    private void work() {
        Worker me = workers.getLast();
        while (true) {
            holder = Optional.of(me);
            Entry next = entries.peek();
            if (next == null || next.at() > end) break;
            entries.remove();
            now = next.at();
            switch (next.what()) {
                case What.Begin(Actor actor, Runnable job) -> {
                    if (!done(actor, job)) return;
                }
                case What.Wake(Actor _, Worker sleeper) -> {
                    idle.push(me);
                    sleeper.pass();
                    me.await();
                }
            }
        }
        over.countDown();
    }

    /// Whatever a job throws ends the run.
    @SuppressWarnings("CatchingUnchecked")
    private boolean done(Actor actor, Runnable job) {
        current = actor;
        try {
            job.run();
            current = Actor.NOBODY;
            return true;
        } catch (Worker.Dismissed dismissed) {
            throw dismissed;
        } catch (RuntimeException | Error thrown) {
            failure = Optional.of(thrown);
            over.countDown();
            return false;
        }
    }

    private Entry entry(long at, What what) {
        numbered++;
        return new Entry(at, dice.nextInt(), numbered, what);
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * NANOS + time.getNano();
    }
}
