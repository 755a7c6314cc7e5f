package outdial.functions.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.campaign.Campaign;
import outdial.dialing.Outlook;
import outdial.dialing.Outlook.Wait;
import outdial.dialing.Slots;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.report.ProgressBook;
import outdial.report.ProgressCounts;

/// How far a campaign is, and what it waits for.
final class ProgressEndpoint {
    private final CampaignLookup lookup;
    private final ProgressBook progress;
    private final Slots slots;
    private final Outlook outlook;
    private final InstantSource clock;

    ProgressEndpoint(Ports ports) {
        this.lookup = new CampaignLookup(ports.books().campaigns());
        this.progress = ports.progress();
        this.slots = ports.slots();
        this.outlook = new Outlook(
                ports.books(),
                ports.slots(),
                ports.rules().circuits(),
                ports.rules().law(),
                ports.ringing());
        this.clock = ports.clock();
    }

    /// `counts` follow the calls by seconds; `percent` is rounded down; the last three only while an active campaign
    /// calls nobody.
    record ProgressJson(
            String campaignId,
            String status,
            Map<Status, Long> counts,
            long total,
            int percent,
            long callsRunning,
            int concurrency,
            Optional<Wait.Cause> waitingFor,
            Optional<Instant> nextOpeningAt,
            Optional<String> waitingWhy) {}

    Answer read(Request request) {
        Campaign campaign = lookup.find(request);
        ProgressCounts counts = progress.of(campaign.ref().id());
        Optional<Wait> wait =
                campaign instanceof Campaign.Active active ? outlook.of(active, clock.instant()) : Optional.empty();
        return Answer.ok(new ProgressJson(
                campaign.ref().id().value(),
                campaign.status(),
                everyStatus(counts),
                counts.total(),
                counts.percent(),
                callsRunning(campaign, counts),
                campaign.settings().limits().concurrency(),
                wait.map(Wait::cause),
                wait.flatMap(Wait::until),
                wait.map(Wait::why).filter(why -> !why.isEmpty())));
    }

    /// The counters lag, and slots are held a little longer than calls run: the smaller of the two never says
    /// too much.
    private long callsRunning(Campaign campaign, ProgressCounts counts) {
        int held = slots.of(List.of(Scope.campaign(campaign.ref().id()))).stream()
                .mapToInt(Slots.Use::active)
                .sum();
        return Math.min(held, counts.of(Status.IN_PROGRESS));
    }

    private static Map<Status, Long> everyStatus(ProgressCounts counts) {
        Map<Status, Long> every = new EnumMap<>(Status.class);
        for (Status status : Status.values()) every.put(status, counts.of(status));
        return every;
    }
}
