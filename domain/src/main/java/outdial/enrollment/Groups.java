package outdial.enrollment;

import java.util.List;
import outdial.campaign.CampaignId;

/// The calling groups of a campaign; they are never deleted, and their shards only ever grow.
public interface Groups {
    /// Makes sure the group is there with at least its number of shards; answers the group as it is stored.
    CallingGroup ensure(CampaignId campaign, CallingGroup group);

    /// Strongly consistent.
    List<CallingGroup> of(CampaignId campaign);
}
