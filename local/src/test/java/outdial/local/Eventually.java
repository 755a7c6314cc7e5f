package outdial.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Waits for something that happens in the background, by looking again and again, but not for ever.
public final class Eventually {
    /// Reached only where a test fails, so a busy machine may take its time.
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(5);

    private Eventually() {}

    public static <T> void is(Supplier<T> actual, T expected) {
        long end = System.nanoTime() + LONGEST.toNanos();
        T last = actual.get();
        while (!last.equals(expected) && System.nanoTime() < end) {
            pause();
            last = actual.get();
        }
        assertThat(last).isEqualTo(expected);
    }

    private static void pause() {
        try {
            boolean _ = new CountDownLatch(1).await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
