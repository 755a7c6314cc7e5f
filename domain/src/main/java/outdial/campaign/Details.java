package outdial.campaign;

import java.time.Instant;

/// What is true of a campaign in every state. `version` rises with each change; `intake` is the number of imports
/// and adds that are still bringing contacts.
public record Details(CampaignRef ref, Settings settings, Instant createdAt, long version, int intake) {
    Details with(Settings changed) {
        return new Details(ref, changed, createdAt, version, intake);
    }
}
