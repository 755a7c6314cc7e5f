package outdial.dialing;

import java.time.Duration;
import outdial.campaign.CampaignRef;

/// Asks for a campaign to be dispatched; may be lost, the tick asks again.
public interface Wakeups {
    /// At once, looking only where contacts were seen last: a slot came free.
    void slotFreed(CampaignRef campaign);

    /// After `delay`, looking everywhere: contacts were added or come due.
    void look(CampaignRef campaign, Duration delay);
}
