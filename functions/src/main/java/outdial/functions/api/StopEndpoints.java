package outdial.functions.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import outdial.campaign.Campaign;
import outdial.campaign.Campaigns;
import outdial.dialing.Wakeups;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.rules.Policies;
import outdial.workspace.AuditEntry.Action;
import outdial.workspace.Stop;

/// The emergency stop of a workspace: no call starts until it is lifted.
final class StopEndpoints {
    static final int LONGEST_REASON = 200;

    /// Campaigns that are woken when a stop is lifted; the tick wakes the others within a minute.
    private static final int MOST_PAGES = 10;

    private final Policies policies;
    private final Campaigns campaigns;
    private final Wakeups wakeups;
    private final Auditing auditing;

    StopEndpoints(Ports ports) {
        this.policies = ports.books().policies();
        this.campaigns = ports.books().campaigns();
        this.wakeups = ports.wakeups();
        this.auditing = new Auditing(ports.rules().audit());
    }

    /// `reason`, `by` and `at` are there only while it is stopped.
    record StopJson(boolean stopped, Optional<String> reason, Optional<String> by, Optional<Instant> at) {}

    Answer read(Request request) {
        Optional<Stop> stop = policies.of(request.workspace()).stop();
        return Answer.ok(
                new StopJson(stop.isPresent(), stop.map(Stop::reason), stop.map(Stop::by), stop.map(Stop::at)));
    }

    Answer put(Request request) {
        String reason = request.body("reason").text("reason", LONGEST_REASON);
        auditing.note(request, Action.STOP, "", reason);
        policies.stop(
                request.workspace(), Optional.of(new Stop(reason, request.who().keyId(), request.time())));
        return read(request);
    }

    /// A stop of the whole deployment stays.
    Answer lift(Request request) {
        auditing.note(request, Action.LIFT_STOP, "", "");
        policies.stop(request.workspace(), Optional.empty());
        wakeAll(request);
        return read(request);
    }

    private void wakeAll(Request request) {
        Optional<String> cursor = Optional.empty();
        for (int n = 0; n < MOST_PAGES; n++) {
            Page<Campaign> page = campaigns.list(request.workspace(), new PageRequest(PageRequest.MOST, cursor));
            page.items().stream()
                    .filter(campaign -> campaign instanceof Campaign.Active)
                    .forEach(campaign -> Awakening.look(wakeups, request, campaign.ref(), Duration.ZERO));
            cursor = page.cursor();
            if (cursor.isEmpty()) return;
        }
    }
}
