package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns;

/// What each campaign is and was, as far as it matters to calls that are on their way.
final class CampaignStates {
    private final Campaigns campaigns;
    private final Map<CampaignRef, State> states = new HashMap<>();

    CampaignStates(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /// Since when, and since which effect, a campaign does not run; and how many calls each contact may get at most, by
    /// the most generous settings it ever had.
    private static final class State {
        private Optional<Stopped> stopped = Optional.empty();
        private Optional<Campaign> ran = Optional.empty();
        private int mostCalls;
        private Duration leastThrottle = Duration.ofDays(1);
        private Instant lastClaim = Instant.MIN;
    }

    record Stopped(long effect, Instant at) {}

    Campaign changed(CampaignRef ref, long effect, Instant at) {
        Campaign now = now(ref);
        State state = of(ref);
        if (now instanceof Campaign.Active) {
            state.stopped = Optional.empty();
            state.ran = Optional.of(now);
        } else if (state.stopped.isEmpty()) {
            state.stopped = Optional.of(new Stopped(effect, at));
        }
        state.mostCalls = Math.max(state.mostCalls, now.settings().retries().maxRetries() + 1);
        Duration throttle = now.settings().limits().throttle();
        if (throttle.compareTo(state.leastThrottle) < 0) state.leastThrottle = throttle;
        return now;
    }

    void claimed(CampaignRef ref, Instant at) {
        of(ref).lastClaim = at;
    }

    Instant lastClaim(CampaignRef ref) {
        return of(ref).lastClaim;
    }

    Campaign now(CampaignRef ref) {
        return campaigns.find(ref).orElseThrow();
    }

    /// As it was when it last ran; as it is while it runs.
    Campaign running(CampaignRef ref) {
        Campaign now = now(ref);
        return now instanceof Campaign.Active ? now : of(ref).ran.orElse(now);
    }

    /// Empty while it runs.
    Optional<Stopped> stopped(CampaignRef ref) {
        return of(ref).stopped;
    }

    int mostCalls(CampaignRef ref) {
        return of(ref).mostCalls;
    }

    Duration leastThrottle(CampaignRef ref) {
        return of(ref).leastThrottle;
    }

    private State of(CampaignRef ref) {
        return states.computeIfAbsent(ref, _ -> new State());
    }
}
