package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns;
import outdial.campaign.Settings;

/// What each campaign is and was, as far as it matters to calls that are on their way.
final class CampaignStates {
    private final Campaigns campaigns;
    private final Map<CampaignRef, State> states = new HashMap<>();

    CampaignStates(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /// Since when, and since which effect, a campaign does not run; what its settings were, while it ran and at any
    /// time; and when somebody started all outreaches.
    private static final class State {
        private final Versions<Settings> running = new Versions<>();
        private final Versions<Settings> ever = new Versions<>();
        private final List<Instant> releases = new ArrayList<>();
        private Optional<Stopped> stopped = Optional.empty();
        private Instant runsSince = Instant.MAX;
        private Instant lastClaim = Instant.MIN;
    }

    record Stopped(long effect, Instant at) {}

    Campaign changed(CampaignRef ref, long effect, Instant at) {
        Campaign now = now(ref);
        State state = of(ref);
        if (now instanceof Campaign.Active) {
            if (state.stopped.isPresent() || state.running.isEmpty()) state.runsSince = at;
            state.stopped = Optional.empty();
            state.running.add(at, now.settings());
        } else if (state.stopped.isEmpty()) {
            state.stopped = Optional.of(new Stopped(effect, at));
        }
        state.ever.add(at, now.settings());
        now.details()
                .releasedAt()
                .filter(time -> !state.releases.contains(time))
                .ifPresent(state.releases::add);
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

    /// The settings with which it ran at any moment from `then` on, or last ran.
    List<Settings> runningSince(CampaignRef ref, Instant then) {
        return of(ref).running.since(then);
    }

    /// The settings that it had at any moment from `then` on.
    List<Settings> since(CampaignRef ref, Instant then) {
        return of(ref).ever.since(then);
    }

    /// Empty while it runs.
    Optional<Stopped> stopped(CampaignRef ref) {
        return of(ref).stopped;
    }

    /// Whether it has run all the time since then.
    boolean ranSince(CampaignRef ref, Instant then) {
        return stopped(ref).isEmpty() && of(ref).runsSince.isBefore(then);
    }

    /// By the clocks of those who did it.
    List<Instant> releases(CampaignRef ref) {
        return of(ref).releases;
    }

    int mostCalls(CampaignRef ref) {
        return of(ref).ever.all().stream()
                .mapToInt(settings -> settings.retries().maxRetries() + 1)
                .max()
                .orElse(1);
    }

    Duration leastThrottle(CampaignRef ref) {
        return of(ref).ever.all().stream()
                .map(settings -> settings.limits().throttle())
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private State of(CampaignRef ref) {
        return states.computeIfAbsent(ref, _ -> new State());
    }
}
