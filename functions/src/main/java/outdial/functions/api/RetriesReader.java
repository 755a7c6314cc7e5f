package outdial.functions.api;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import outdial.campaign.RetryRules;
import outdial.campaign.RetryRules.Cause;

/// Reads how often whom nobody answered is called again: for all causes, and for each of its own.
final class RetriesReader {
    private static final Map<Cause, String> NAMES = new EnumMap<>(Map.of(
            Cause.NO_ANSWER, "noAnswer", Cause.BUSY, "busy", Cause.VOICEMAIL, "voicemail", Cause.FAILED, "failed"));
    private static final String MAX_RETRIES = "maxRetries";
    private static final String DELAY = "retryDelaySeconds";

    private RetriesReader() {}

    /// What is not mentioned stays as it is; `null` takes the rule of a cause back.
    static RetryRules read(Fields body, RetryRules now) {
        return body.object(
                        "retries",
                        retries -> body.checked("retries", () -> rules(retries, now)),
                        MAX_RETRIES,
                        DELAY,
                        "noAnswer",
                        "busy",
                        "voicemail",
                        "failed",
                        "anotherHour")
                .orElse(now);
    }

    private static RetryRules rules(Fields retries, RetryRules now) {
        RetryRules.Rule all = rule(retries, new RetryRules.Rule(now.maxRetries(), now.delay()));
        Map<Cause, RetryRules.Rule> byCause = new EnumMap<>(Cause.class);
        byCause.putAll(now.byCause());
        NAMES.forEach((cause, name) -> {
            if (!retries.mentions(name)) return;
            RetryRules.Rule usual = byCause.getOrDefault(cause, all);
            byCause.remove(cause);
            retries.object(name, own -> rule(own, usual), MAX_RETRIES, DELAY)
                    .ifPresent(rule -> byCause.put(cause, rule));
        });
        return new RetryRules(all.maxRetries(), all.delay(), byCause, retries.flag("anotherHour", now.anotherHour()));
    }

    private static RetryRules.Rule rule(Fields fields, RetryRules.Rule now) {
        int longest = (int) RetryRules.LONGEST_DELAY.toSeconds();
        int delay = fields.integer(DELAY, 0, longest, (int) now.delay().toSeconds());
        return new RetryRules.Rule(
                fields.integer(MAX_RETRIES, 0, RetryRules.MOST_RETRIES, now.maxRetries()), Duration.ofSeconds(delay));
    }
}
