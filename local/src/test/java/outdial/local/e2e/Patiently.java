package outdial.local.e2e;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for what comes about in the background, by looking again and again, but not for ever.
final class Patiently {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 20;

    private Patiently() {}

    interface Condition {
        boolean holds() throws IOException;
    }

    static void until(String what, Condition condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > end) throw new AssertionError("not within " + LONGEST + ": " + what);
                boolean _ = new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
