package outdial.functions.api;

import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns;

/// Finds the campaign that a path names, in the caller's own workspace and nowhere else.
record CampaignLookup(Campaigns campaigns) {
    /// @throws Refusal there is none
    Campaign find(Request request) {
        return find(ref(request));
    }

    /// @throws Refusal there is none
    Campaign find(CampaignRef ref) {
        return campaigns
                .find(ref)
                .orElseThrow(() ->
                        Refusal.notFound("This workspace has no campaign with this id; GET /v1/campaigns lists them."));
    }

    private static CampaignRef ref(Request request) {
        return new CampaignRef(request.workspace(), new CampaignId(request.id("campaignId")));
    }
}
