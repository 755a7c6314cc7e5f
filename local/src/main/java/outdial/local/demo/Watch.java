package outdial.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import outdial.local.telephony.CallRecord;

/// Follows a campaign on a display until it is over.
final class Watch {
    private final Stage stage;
    private final String campaign;
    private final Instant began = Instant.now();

    Watch(Stage stage, String campaign) {
        this.stage = stage;
        this.campaign = campaign;
    }

    void untilDone(Display display) throws IOException {
        Patience patience = new Patience("the campaign calls");
        while (true) {
            JsonNode progress = stage.api().get("/campaigns/" + campaign + "/progress");
            Status status = status(
                    Status.Counts.of(progress), progress.path("callsRunning").asInt());
            display.draw(status);
            if (progress.path("status").asText().equals("COMPLETED")) return;
            patience.pause(status.withoutTime(), display.pause());
        }
    }

    private Status status(Status.Counts counts, int running) {
        List<CallRecord> calls = stage.ledger().calls();
        Set<String> numbers = new HashSet<>();
        long retries = calls.stream().filter(call -> !numbers.add(call.to())).count();
        return new Status(
                counts,
                new Status.OnThePhone(running, Setting.CONCURRENCY),
                calls.size(),
                (int) retries,
                Duration.between(began, Instant.now()));
    }
}
