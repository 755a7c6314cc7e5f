package outdial.functions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import outdial.dialing.Pauses;

/// `Pauses` by putting the thread to sleep.
record Sleep(Clock clock) implements Pauses {
    @Override
    public void until(Instant instant) {
        Duration wait = Duration.between(clock.instant(), instant);
        if (wait.isNegative()) return;
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before a call", e);
        }
    }
}
