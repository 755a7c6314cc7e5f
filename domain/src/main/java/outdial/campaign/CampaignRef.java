package outdial.campaign;

import outdial.workspace.WorkspaceId;

/// Where a campaign is found: its workspace and its id.
public record CampaignRef(WorkspaceId workspace, CampaignId id) {}
