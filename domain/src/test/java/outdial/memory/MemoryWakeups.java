package outdial.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import outdial.campaign.CampaignRef;
import outdial.dialing.Wakeups;

/// Keeps the requests to dispatch until somebody takes them.
public final class MemoryWakeups implements Wakeups {
    private final List<Wakeup> wakeups = new ArrayList<>();

    /// A request to dispatch a campaign after `delay`; `sweep` asks for a look everywhere.
    public record Wakeup(CampaignRef campaign, boolean sweep, Duration delay) {}

    @Override
    public synchronized void slotFreed(CampaignRef campaign) {
        wakeups.add(new Wakeup(campaign, false, Duration.ZERO));
    }

    @Override
    public synchronized void look(CampaignRef campaign, Duration delay) {
        wakeups.add(new Wakeup(campaign, true, delay));
    }

    /// Takes all requests that are there.
    public synchronized List<Wakeup> take() {
        List<Wakeup> taken = List.copyOf(wakeups);
        wakeups.clear();
        return taken;
    }
}
