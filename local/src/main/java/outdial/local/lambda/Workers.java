package outdial.local.lambda;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// The threads on which pollers look and batches are delivered.
final class Workers {
    private static final Logger LOG = System.getLogger(Workers.class.getName());

    /// After a poll that failed, so that a broken emulator does not fill the log.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ExecutorService pollers = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch stopping = new CountDownLatch(1);

    /// Something that talks to an emulator.
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /// Polls until the workers stop.
    void start(Poller poller) {
        pollers.execute(() -> {
            while (!stopped()) {
                attempt(poller.toString(), () -> poller.poll(this));
            }
        });
    }

    /// Delivers beside the poller; `afterwards` runs in any case.
    void run(Work work, Runnable afterwards) {
        try {
            deliveries.execute(() -> {
                try {
                    attempt("delivery", work);
                } finally {
                    afterwards.run();
                }
            });
        } catch (RejectedExecutionException e) {
            afterwards.run();
        }
    }

    /// Waits, unless the workers stop meanwhile.
    void pause(Duration duration) throws InterruptedException {
        if (stopping.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("stopping");
        }
    }

    boolean stopped() {
        return stopping.getCount() == 0;
    }

    private void attempt(String what, Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            if (!stopped()) {
                LOG.log(Level.ERROR, what + " failed", e);
                rest();
            }
        }
    }

    private void rest() {
        try {
            pause(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Looks for no more work and lets what was found be delivered.
    void stop(Duration grace) {
        stopping.countDown();
        pollers.shutdownNow();
        deliveries.shutdown();
        try {
            if (!deliveries.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    void kill() {
        stopping.countDown();
        pollers.shutdownNow();
        deliveries.shutdownNow();
    }
}
