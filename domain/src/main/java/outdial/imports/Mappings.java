package outdial.imports;

import java.util.Optional;
import outdial.campaign.CampaignRef;

/// What the columns of a campaign's lists mean, as somebody saved it. Reads are strongly consistent.
public interface Mappings {
    Optional<Columns> find(CampaignRef campaign);

    /// In place of what was saved before.
    void save(CampaignRef campaign, Columns columns);

    /// False where nothing was saved.
    boolean forget(CampaignRef campaign);
}
