package outdial.simulation;

import java.util.HashMap;
import java.util.Map;
import outdial.campaign.CampaignId;
import outdial.report.ProgressBook;
import outdial.report.ProgressCounts;
import outdial.simulation.Faults.Kind;

/// Counters that follow a stream, and so may show what was true a while ago.
final class LaggingProgress implements ProgressBook {
    private final Tallies tallies;
    private final Troubles troubles;
    private final Map<CampaignId, ProgressCounts> seen = new HashMap<>();

    LaggingProgress(Tallies tallies, Troubles troubles) {
        this.tallies = tallies;
        this.troubles = troubles;
    }

    @Override
    public ProgressCounts of(CampaignId campaign) {
        ProgressCounts now = tallies.of(campaign);
        ProgressCounts before = seen.getOrDefault(campaign, now);
        if (troubles.strike(Kind.INDEXES, 0.3)) return before;
        seen.put(campaign, now);
        return now;
    }
}
