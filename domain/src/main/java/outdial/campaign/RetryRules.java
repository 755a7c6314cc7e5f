package outdial.campaign;

import java.time.Duration;

/// How often a contact that was not reached is called again: 2 retries are at most 3 calls, each `delay` after the last
/// ended.
public record RetryRules(int maxRetries, Duration delay) {
    public static final int MOST_RETRIES = 20;
    public static final Duration LONGEST_DELAY = Duration.ofDays(30);
    /// After the bounds that it is checked against.
    public static final RetryRules DEFAULT = new RetryRules(2, Duration.ofHours(1));

    public RetryRules {
        if (maxRetries < 0 || maxRetries > MOST_RETRIES) {
            throw new IllegalArgumentException("maxRetries must be 0 to " + MOST_RETRIES + ", was " + maxRetries);
        }
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException(
                    "retryDelaySeconds must be 0 to " + LONGEST_DELAY.toSeconds() + ", was " + delay.toSeconds());
        }
    }

    /// Whether one more call is allowed after `attempts` calls that counted.
    public boolean allowAnother(int attempts) {
        return attempts <= maxRetries;
    }
}
