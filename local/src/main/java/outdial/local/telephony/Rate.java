package outdial.local.telephony;

import java.time.Duration;
import java.time.Instant;

/// A bucket that refills with so many tokens a second and holds one second's worth.
final class Rate {
    private final int perSecond;
    private double tokens;
    private Instant filledAt;

    Rate(int perSecond, Instant now) {
        this.perSecond = perSecond;
        this.tokens = perSecond;
        this.filledAt = now;
    }

    boolean take(Instant now) {
        Duration passed = Duration.between(filledAt, now);
        if (passed.isPositive()) {
            tokens = Math.min(perSecond, tokens + passed.toNanos() / 1e9 * perSecond);
            filledAt = now;
        }
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
