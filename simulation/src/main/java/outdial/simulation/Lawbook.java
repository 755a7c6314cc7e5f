package outdial.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outdial.campaign.CampaignRef;
import outdial.campaign.Settings;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.dialing.Law;
import outdial.memory.Memory;
import outdial.rules.Area;
import outdial.rules.CallingHours;
import outdial.rules.Rule;

/// Which rules count for somebody. That much is taken from the domain; what they say of a moment is not.
final class Lawbook {
    private final Law law;
    private final Memory memory;

    Lawbook(Law law, Memory memory) {
        this.law = law;
        this.memory = memory;
    }

    /// The clocks that say when this contact may be called for a campaign with these settings.
    WallClock clockOf(CampaignRef campaign, ContactId contact, Settings settings, Instant now) {
        Area area = areaOf(campaign, contact);
        return new WallClock(settings.window(), rulesOf(campaign, area, settings, now), area.zoneIds());
    }

    List<Rule> rulesOf(CampaignRef campaign, ContactId contact, Settings settings, Instant now) {
        return rulesOf(campaign, areaOf(campaign, contact), settings, now);
    }

    private List<Rule> rulesOf(CampaignRef campaign, Area area, Settings settings, Instant now) {
        var policy = memory.policies().of(campaign.workspace());
        return switch (law.hours(settings, policy.switches(), area, now)) {
            case CallingHours.Known known -> known.rules();
            case CallingHours.Unknown _ -> List.of();
        };
    }

    private Area areaOf(CampaignRef campaign, ContactId contact) {
        Optional<Contact> found = memory.contacts().find(campaign.workspace(), contact);
        return found.flatMap(one -> one.profile().phone().map(phone -> law.areaOf(phone, one.profile())))
                .orElse(Area.UNKNOWN);
    }
}
