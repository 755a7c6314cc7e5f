package outdial.contact;

import java.time.Instant;
import java.util.Set;
import outdial.campaign.CampaignId;
import outdial.workspace.WorkspaceId;

/// A person in a workspace's address book. `version` rises with each change of the profile; `campaigns` are the
/// unfinished campaigns the person was enrolled in.
public record Contact(
        ContactId id,
        WorkspaceId workspace,
        Profile profile,
        Set<CampaignId> campaigns,
        long version,
        Instant createdAt) {
    public Contact {
        campaigns = Set.copyOf(campaigns);
    }

    public Contact with(Profile changed) {
        return new Contact(id, workspace, changed, campaigns, version + 1, createdAt);
    }
}
