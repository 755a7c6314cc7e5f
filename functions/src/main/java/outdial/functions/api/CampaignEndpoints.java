package outdial.functions.api;

import java.time.Instant;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns;
import outdial.campaign.Details;
import outdial.campaign.Settings;

/// Campaigns: made as drafts, listed, read.
final class CampaignEndpoints {
    private final Campaigns campaigns;
    private final CampaignLookup lookup;
    private final SettingsReader settings;
    private final WindowCheck windows;

    CampaignEndpoints(Ports ports, PhoneFields phones) {
        this.campaigns = ports.books().campaigns();
        this.lookup = new CampaignLookup(campaigns);
        this.settings = new SettingsReader(ports.books().workspaces(), ports.agents(), phones);
        this.windows = WindowCheck.of(ports);
    }

    Answer create(Request request) {
        Fields body = request.body(SettingsReader.FIELDS);
        Settings wanted =
                windows.checked(request.workspace(), body, settings.create(request.workspace(), body), request.time());
        CampaignRef ref = new CampaignRef(request.workspace(), new CampaignId(Ids.of(request)));
        // There already only where the same request died after the write: the rest of it was lost, not the campaign.
        Campaign campaign = campaigns.find(ref).orElseGet(() -> added(ref, wanted, request.time()));
        return Answer.created("/v1/campaigns/" + ref.id(), CampaignJson.of(campaign));
    }

    private Campaign added(CampaignRef ref, Settings wanted, Instant now) {
        Campaign.Draft draft = new Campaign.Draft(new Details(ref, wanted, now, 1, 0));
        campaigns.add(draft);
        return draft;
    }

    Answer list(Request request) {
        return request.answer(
                campaigns.list(request.workspace(), request.page()).map(CampaignJson::of));
    }

    Answer read(Request request) {
        return Answer.ok(CampaignJson.of(lookup.find(request)));
    }
}
