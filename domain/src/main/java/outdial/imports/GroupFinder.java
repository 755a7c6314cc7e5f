package outdial.imports;

import java.util.HashMap;
import java.util.Map;
import outdial.campaign.CampaignId;
import outdial.contact.Profile;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Groups;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.Atlas;
import outdial.rules.Whereabouts;

/// Finds the calling group of a contact: every zone and region where number, address and own time zone allow it
/// to be. Remembers the groups it met, a few hundred at most, for as long as one batch of work lasts.
final class GroupFinder {
    /// A lane takes 1,000 writes a second; with fewer rows than this it is drained before that is felt.
    private static final long ROWS_PER_SHARD = 10_000;

    private static final int MOST_SHARDS = 16;

    private final Groups groups;
    private final Atlas atlas;
    private final CampaignId campaign;
    private final int shards;
    private final Map<Signs, CallingGroup> known = new HashMap<>();

    GroupFinder(Groups groups, Atlas atlas, CampaignId campaign, long expectedRows) {
        this.groups = groups;
        this.atlas = atlas;
        this.campaign = campaign;
        this.shards = shards(expectedRows);
    }

    /// What tells where somebody may be.
    private record Signs(Area number, Atlas.Address address, String ownZone) {}

    CallingGroup groupOf(Profile profile, PhoneNumber phone) {
        Signs signs = new Signs(
                atlas.ofNumber(phone), profile.address(), profile.place().timeZone());
        return known.computeIfAbsent(signs, missing -> groups.ensure(campaign, group(missing, phone)));
    }

    private CallingGroup group(Signs signs, PhoneNumber phone) {
        Area area = new Whereabouts(atlas).of(phone, signs.address(), signs.ownZone());
        return CallingGroup.of(area, shards);
    }

    /// A power of two, as many as hold the rows if all of them are in one group.
    static int shards(long rows) {
        int shards = 1;
        while (shards < MOST_SHARDS && rows > shards * ROWS_PER_SHARD) shards *= 2;
        return shards;
    }
}
