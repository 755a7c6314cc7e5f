package outdial.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import outdial.webhook.Endpoints.Answer;
import outdial.workspace.AuditEntry;
import outdial.workspace.AuditTrail;

/// Delivers one event to one webhook, again and again over most of a day while the endpoint refuses. An
/// endpoint that took nothing else either in that time is disabled, and so is one that answers 410.
public final class Deliverer {
    /// What is waited after the first try, the second, and so on: in all 17 hours and a half. SQS hides a
    /// message for 12 hours at the longest.
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10));

    /// Then the event is given up.
    public static final int MOST_TRIES = PAUSES.size() + 1;

    /// Less than the tries of one event take: at its last try an endpoint that took nothing has failed for longer.
    private static final Duration FAILING_TOO_LONG = Duration.ofHours(12);

    private static final String BY = "outdial";

    private final Webhooks webhooks;
    private final Endpoints endpoints;
    private final AuditTrail audit;
    private final InstantSource clock;

    public Deliverer(Webhooks webhooks, Endpoints endpoints, AuditTrail audit, InstantSource clock) {
        this.webhooks = webhooks;
        this.endpoints = endpoints;
        this.audit = audit;
        this.clock = clock;
    }

    /// What became of a try.
    public sealed interface Result {
        record Delivered() implements Result {}

        /// To be tried again after `pause`.
        record Again(Duration pause, String why) implements Result {}

        /// Never again; `why` is for people.
        record GivenUp(String why) implements Result {}
    }

    /// @param tries how often it was tried, this time included
    public Result deliver(Delivery delivery, int tries) {
        Optional<Webhook> webhook = webhooks.find(delivery.workspace(), delivery.webhookId());
        if (webhook.isEmpty()) return new Result.GivenUp("the webhook was removed");
        return switch (webhook.get()) {
            case Webhook.Disabled _ -> new Result.GivenUp("the webhook is disabled");
            case Webhook.Active active -> deliver(active, delivery, tries);
        };
    }

    private Result deliver(Webhook.Active webhook, Delivery delivery, int tries) {
        Instant now = clock.instant();
        return switch (endpoints.send(webhook.details(), delivery, now)) {
            case Answer.Took _ -> {
                if (webhook.failingSince().isPresent()) put(webhook, webhook.took());
                yield new Result.Delivered();
            }
            case Answer.Gone _ -> disable(webhook, now, "it answered 410");
            case Answer.Refused(String why) -> refused(webhook, now, tries, why);
        };
    }

    private Result refused(Webhook.Active webhook, Instant now, int tries, String why) {
        if (webhook.failingSince().isEmpty()) put(webhook, webhook.refused(now));
        if (tries < MOST_TRIES) return new Result.Again(PAUSES.get(tries - 1), why);
        boolean failedLong = webhook.failingSince()
                .filter(since -> !since.isAfter(now.minus(FAILING_TOO_LONG)))
                .isPresent();
        return failedLong ? disable(webhook, now, why) : new Result.GivenUp(why);
    }

    private Result disable(Webhook.Active webhook, Instant now, String why) {
        String reason = webhook.failingSince()
                .map(since -> "it took nothing since " + since + ", lastly " + why)
                .orElse(why);
        audit.add(
                webhook.details().workspace(),
                new AuditEntry(webhook.id(), now, BY, AuditEntry.Action.DISABLE_WEBHOOK, webhook.id(), reason));
        put(webhook, webhook.disable(now, reason));
        return new Result.GivenUp(reason);
    }

    /// Lost where somebody changed it at the same time; then the next delivery finds out again.
    private void put(Webhook.Active from, Webhook to) {
        var _ = webhooks.change(from, to);
    }
}
