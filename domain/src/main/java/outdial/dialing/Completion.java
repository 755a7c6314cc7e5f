package outdial.dialing;

import outdial.campaign.Campaign;
import outdial.campaign.CampaignType;
import outdial.campaign.Campaigns;
import outdial.campaign.ExecutionMode;
import outdial.enrollment.Enrollments;
import outdial.report.ProgressBook;
import outdial.report.ProgressCounts;

/// Completes a ONE_TIME campaign, unless it takes contacts ON_ADD, when every contact is final or disabled. The
/// counters
/// say when it is worth a look, because they may lag; one strongly consistent read of all contacts decides. A
/// contact added or enabled meanwhile raises the campaign's version, and the completion fails.
public final class Completion {
    private final Campaigns campaigns;
    private final Enrollments enrollments;
    private final ProgressBook progress;

    public Completion(Campaigns campaigns, Enrollments enrollments, ProgressBook progress) {
        this.campaigns = campaigns;
        this.enrollments = enrollments;
        this.progress = progress;
    }

    void completeIfDone(Campaign.Active campaign) {
        if (!(campaign instanceof Campaign.InProgress)
                || campaign.settings().type() != CampaignType.ONE_TIME
                || campaign.settings().mode() == ExecutionMode.ON_ADD
                || campaign.details().intake() > 0) return;
        ProgressCounts counts = progress.of(campaign.ref().id());
        if (counts.total() == 0 || counts.unfinished() > 0) return;
        if (!enrollments.anyUnfinished(campaign.ref().id())) campaigns.change(campaign, campaign.complete());
    }
}
