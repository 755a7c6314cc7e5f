package outdial.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outdial.local.telephony.CallRecord;
import outdial.phone.PhoneNumber;

/// Follows a campaign on a display until it is over.
final class Watch {
    /// Longer than a retry waits, and than a lost message takes to be found again.
    private static final Duration QUIET = Duration.ofSeconds(8);

    private final Stage stage;
    private final String campaign;
    private final Instant began = Instant.now();

    Watch(Stage stage, String campaign) {
        this.stage = stage;
        this.campaign = campaign;
    }

    /// Somebody who is called later: it is no lawful hour where he is.
    record Waiting(String phone, Optional<Instant> until) {}

    /// Until everybody was called who may be called now; answers the others.
    List<Waiting> untilDone(Display display) throws IOException {
        Patience patience = new Patience("the campaign calls");
        Instant quietSince = Instant.now();
        Optional<Status> last = Optional.empty();
        while (true) {
            JsonNode progress = stage.api().get("/campaigns/" + campaign + "/progress");
            Status status = status(
                    Status.Counts.of(progress), progress.path("callsRunning").asInt());
            display.draw(status);
            if (progress.path("status").asText().equals("COMPLETED")) return List.of();
            if (!last.equals(Optional.of(status.withoutTime()))) quietSince = Instant.now();
            last = Optional.of(status.withoutTime());
            boolean quiet = Duration.between(quietSince, Instant.now()).compareTo(QUIET) > 0;
            if (quiet && status.isQuiet()) return waiting();
            patience.pause(status.withoutTime(), display.pause());
        }
    }

    private List<Waiting> waiting() throws IOException {
        List<Waiting> waiting = new ArrayList<>();
        LawfulHour law = new LawfulHour();
        for (JsonNode contact : stage.api().all("/campaigns/" + campaign + "/contacts")) {
            if (contact.path("status").asText().equals("PENDING")) {
                String phone = contact.path("phone").asText();
                Instant from = stage.clock().instant();
                waiting.add(new Waiting(phone, law.opening(new PhoneNumber(phone), from)));
            }
        }
        return waiting;
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
