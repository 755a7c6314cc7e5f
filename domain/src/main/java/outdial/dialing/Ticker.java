package outdial.dialing;

import java.time.Duration;
import outdial.campaign.Campaigns;

/// The heartbeat: has every campaign that runs, or still holds slots, looked after. Whatever was lost or forgotten
/// in between is found again by it.
public final class Ticker {
    private final Campaigns campaigns;
    private final Wakeups wakeups;

    public Ticker(Campaigns campaigns, Wakeups wakeups) {
        this.campaigns = campaigns;
        this.wakeups = wakeups;
    }

    public void tick() {
        campaigns.running().forEach(campaign -> wakeups.look(campaign, Duration.ZERO));
    }
}
