package outdial.functions.webhook;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import outdial.webhook.Delivery;
import outdial.webhook.Endpoints;
import outdial.webhook.Webhook;

/// `Endpoints` by signed HTTP POSTs.
public final class SignedPosts implements Endpoints {
    private static final int GONE = 410;

    private final Targets targets;
    private final HttpPost http;

    public SignedPosts(Targets targets) {
        this.targets = targets;
        this.http = new HttpPost(targets);
    }

    @Override
    public Answer send(Webhook.Details to, Delivery delivery, Instant now) {
        // It was checked when it was added, perhaps by a deployment that allowed more.
        Optional<String> refusal = targets.refusal(to.url());
        if (refusal.isPresent()) return new Answer.Refused("the address " + refusal.get());
        try {
            int status = http.send(to.url(), headers(to, delivery, now), delivery.body());
            if (status == GONE) return new Answer.Gone();
            return status / 100 == 2 ? new Answer.Took() : new Answer.Refused("HTTP " + status);
        } catch (IOException e) {
            return new Answer.Refused(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static Map<String, String> headers(Webhook.Details to, Delivery delivery, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Outdial-Webhooks/1");
        headers.put("webhook-id", delivery.eventId());
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put(
                "webhook-signature",
                Signature.header(to.secrets().signing(now), delivery.eventId(), now, delivery.body()));
        return headers;
    }
}
