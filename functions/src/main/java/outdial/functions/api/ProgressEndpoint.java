package outdial.functions.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.campaign.Campaign;
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
    private final Duration ringing;
    private final InstantSource clock;

    ProgressEndpoint(Ports ports) {
        this.lookup = new CampaignLookup(ports.books().campaigns());
        this.progress = ports.progress();
        this.slots = ports.slots();
        this.ringing = ports.ringing();
        this.clock = ports.clock();
    }

    /// `counts` follow the calls by seconds; `percent` is rounded down.
    record ProgressJson(
            String campaignId,
            String status,
            Map<Status, Long> counts,
            long total,
            int percent,
            long callsRunning,
            int concurrency,
            Optional<WaitingFor> waitingFor,
            Optional<Instant> nextOpeningAt) {}

    /// Why an active campaign calls nobody now.
    enum WaitingFor {
        START,
        WINDOW
    }

    Answer read(Request request) {
        Campaign campaign = lookup.find(request);
        ProgressCounts counts = progress.of(campaign.ref().id());
        Optional<Wait> wait = wait(campaign);
        return Answer.ok(new ProgressJson(
                campaign.ref().id().value(),
                campaign.status(),
                everyStatus(counts),
                counts.total(),
                counts.percent(),
                callsRunning(campaign, counts),
                campaign.settings().limits().concurrency(),
                wait.map(Wait::reason),
                wait.map(Wait::until)));
    }

    /// The counters lag, and slots are held a little longer than calls run: the smaller of the two never says
    /// too much.
    private long callsRunning(Campaign campaign, ProgressCounts counts) {
        int held = slots.of(List.of(Scope.campaign(campaign.ref().id()))).stream()
                .mapToInt(Slots.Use::active)
                .sum();
        return Math.min(held, counts.of(Status.IN_PROGRESS));
    }

    private record Wait(WaitingFor reason, Instant until) {}

    private Optional<Wait> wait(Campaign campaign) {
        if (!(campaign instanceof Campaign.Active)) return Optional.empty();
        Instant now = clock.instant();
        Instant begin = campaign.settings().startAt().filter(now::isBefore).orElse(now);
        Instant opening = campaign.settings()
                .window()
                .flatMap(window -> window.in(List.of()).nextOpening(begin, ringing))
                .orElse(begin);
        if (!opening.isAfter(now)) return Optional.empty();
        return Optional.of(new Wait(begin.isAfter(now) ? WaitingFor.START : WaitingFor.WINDOW, opening));
    }

    private static Map<Status, Long> everyStatus(ProgressCounts counts) {
        Map<Status, Long> every = new EnumMap<>(Status.class);
        for (Status status : Status.values()) every.put(status, counts.of(status));
        return every;
    }
}
