package outdial.functions.sqs;

import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.workspace.WorkspaceId;

/// Asks for a campaign to be dispatched; `sweep` looks at every lane.
public record CampaignMessage(String workspaceId, String campaignId, boolean sweep) {
    public CampaignMessage {
        Required.field("workspaceId", workspaceId);
        Required.field("campaignId", campaignId);
    }

    public CampaignRef ref() {
        return new CampaignRef(new WorkspaceId(workspaceId), new CampaignId(campaignId));
    }
}
