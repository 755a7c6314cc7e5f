package outdial.local.telephony;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Where work is done, and when.
interface Threads extends AutoCloseable {
    /// As soon as possible, on a thread that may wait.
    void run(Runnable task);

    /// @param task short: it runs on the one thread that everybody's timers wait for
    Timer after(Duration time, Runnable task);

    /// Starts nothing more, and returns when what runs has ended.
    @Override
    void close();

    interface Timer {
        void cancel();
    }

    /// A virtual thread for each task, and one that sleeps until the next timer is due.
    static Threads real() {
        var daemon = Thread.ofPlatform().name("phone-network").daemon().factory();
        var timers = new ScheduledThreadPoolExecutor(1, daemon, (task, executor) -> {});
        timers.setRemoveOnCancelPolicy(true);
        return new Real(timers, Executors.newVirtualThreadPerTaskExecutor());
    }

    record Real(ScheduledThreadPoolExecutor timers, ExecutorService workers) implements Threads {
        private static final Logger LOG = System.getLogger(Threads.class.getName());

        // A function that runs at closing gets this long; then it is interrupted.
        private static final Duration GRACE = Duration.ofSeconds(5);

        @Override
        public void run(Runnable task) {
            try {
                workers.execute(task);
            } catch (RejectedExecutionException closed) {
                // Nothing is started any more: the ledger has what the next run needs to go on.
            }
        }

        @Override
        public Timer after(Duration time, Runnable task) {
            Future<?> waiting = timers.schedule(() -> logged(task), time.toNanos(), TimeUnit.NANOSECONDS);
            return () -> waiting.cancel(false);
        }

        /// Nobody looks at the future, so that what is thrown would be lost.
        private static void logged(Runnable task) {
            try {
                task.run();
            } catch (RuntimeException broken) {
                LOG.log(Level.ERROR, "a call does not go on", broken);
            }
        }

        @Override
        public void close() {
            timers.shutdownNow();
            workers.shutdown();
            try {
                boolean ended = timers.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)
                        && workers.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    workers.shutdownNow();
                }
            } catch (InterruptedException interrupted) {
                workers.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}
