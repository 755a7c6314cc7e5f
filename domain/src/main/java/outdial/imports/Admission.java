package outdial.imports;

import java.util.Optional;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns;
import outdial.workspace.Workspaces;

/// Whether a list may come in where it wants to.
final class Admission {
    private final Workspaces workspaces;
    private final Campaigns campaigns;

    Admission(Books books) {
        this.workspaces = books.workspaces();
        this.campaigns = books.campaigns();
    }

    Optional<Failure> obstacle(Details details) {
        if (workspaces.find(details.workspace()).isEmpty()) {
            return Optional.of(Failure.of(Failure.Reason.UNKNOWN_WORKSPACE));
        }
        return details.campaign().flatMap(this::obstacle);
    }

    private Optional<Failure> obstacle(CampaignRef ref) {
        Optional<Campaign> campaign = campaigns.find(ref);
        if (campaign.isEmpty()) return Optional.of(Failure.of(Failure.Reason.UNKNOWN_CAMPAIGN));
        return campaign.get().takesContacts()
                ? Optional.empty()
                : Optional.of(Failure.of(Failure.Reason.CAMPAIGN_CLOSED));
    }
}
