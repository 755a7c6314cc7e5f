package outdial.functions.api;

import java.time.Duration;
import outdial.campaign.CampaignRef;
import outdial.dialing.Wakeups;

/// Asks for a campaign to be looked at. What the caller asked for is done by then: a wake-up that is lost costs
/// a minute, until the tick, and is no reason to tell the caller that it failed.
final class Awakening {
    private Awakening() {}

    static void look(Wakeups wakeups, Request request, CampaignRef campaign, Duration delay) {
        try {
            wakeups.look(campaign, delay);
        } catch (RuntimeException lost) {
            Log.wakeupLost(request, campaign.id().value(), lost);
        }
    }
}
