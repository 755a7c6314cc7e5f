package outdial.campaign;

import java.time.Duration;
import java.util.Map;

/// How often a contact that was not reached is called again: `maxRetries` times in all, each `delay` after the last
/// call ended, unless the way in which that call failed has a rule of its own. 2 retries are at most 3 calls. With
/// `anotherHour` a retry that would fall into the hour of the day of the call before is put off by an hour.
public record RetryRules(int maxRetries, Duration delay, Map<Cause, Rule> byCause, boolean anotherHour) {
    public static final int MOST_RETRIES = 20;
    public static final Duration LONGEST_DELAY = Duration.ofDays(30);
    /// After the bounds that it is checked against.
    public static final RetryRules DEFAULT = new RetryRules(2, Duration.ofHours(1));

    public RetryRules {
        byCause = Map.copyOf(byCause);
        check(maxRetries, delay);
        byCause.forEach((cause, rule) -> {
            check(rule.maxRetries(), rule.delay());
            if (rule.maxRetries() > maxRetries) {
                throw new IllegalArgumentException("maxRetries of " + cause + " must not be above maxRetries, "
                        + maxRetries + ", was " + rule.maxRetries());
            }
        });
    }

    public RetryRules(int maxRetries, Duration delay) {
        this(maxRetries, delay, Map.of(), false);
    }

    /// Why somebody is called again.
    public enum Cause {
        NO_ANSWER,
        BUSY,
        VOICEMAIL,
        /// The call went wrong after it may have rung.
        FAILED
    }

    /// At most so many retries after calls that ended this way, each so long after the last ended.
    public record Rule(int maxRetries, Duration delay) {}

    private static void check(int maxRetries, Duration delay) {
        if (maxRetries < 0 || maxRetries > MOST_RETRIES) {
            throw new IllegalArgumentException("maxRetries must be 0 to " + MOST_RETRIES + ", was " + maxRetries);
        }
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException(
                    "retryDelaySeconds must be 0 to " + LONGEST_DELAY.toSeconds() + ", was " + delay.toSeconds());
        }
    }

    public Duration delayAfter(Cause cause) {
        return ruleFor(cause).delay();
    }

    /// Whether one more call is allowed after `attempts` calls that counted, `ofThisCause` of which ended like the
    /// last.
    public boolean allowAnother(Cause cause, int attempts, int ofThisCause) {
        return attempts <= maxRetries && ofThisCause <= ruleFor(cause).maxRetries();
    }

    private Rule ruleFor(Cause cause) {
        return byCause.getOrDefault(cause, new Rule(maxRetries, delay));
    }
}
