package outdial.report;

import outdial.campaign.CampaignId;

/// Each campaign's counters. They follow the enrollments by seconds.
public interface ProgressBook {
    ProgressCounts of(CampaignId campaign);
}
