package outdial.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Waits for something that changes, and gives up once it has not changed for too long.
final class Patience {
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private final String what;
    private Instant changedAt = Instant.now();
    private Optional<Object> last = Optional.empty();

    Patience(String what) {
        this.what = what;
    }

    /// Pauses, unless what was seen has been the same for two minutes.
    void pause(Object seen, Duration pause) throws IOException {
        Instant now = Instant.now();
        if (!last.equals(Optional.of(seen))) {
            last = Optional.of(seen);
            changedAt = now;
        }
        if (Duration.between(changedAt, now).compareTo(LONGEST_SILENCE) > 0) {
            throw new IOException("Nothing has happened for " + LONGEST_SILENCE.toMinutes() + " minutes while " + what
                    + "; it stands at: " + seen);
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + what, e);
        }
    }
}
