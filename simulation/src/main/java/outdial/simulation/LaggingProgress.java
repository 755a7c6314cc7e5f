package outdial.simulation;

import outdial.campaign.CampaignId;
import outdial.report.ProgressBook;
import outdial.report.ProgressCounts;
import outdial.simulation.Faults.Kind;

/// Counters that follow a stream, and so may show what was true a while ago.
final class LaggingProgress implements ProgressBook {
    private final Tallies tallies;
    private final Troubles troubles;

    LaggingProgress(Tallies tallies, Troubles troubles) {
        this.tallies = tallies;
        this.troubles = troubles;
    }

    @Override
    public ProgressCounts of(CampaignId campaign) {
        return troubles.strike(Kind.INDEXES, 0.6) ? tallies.before(campaign) : tallies.of(campaign);
    }
}
