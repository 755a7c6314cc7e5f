package outdial.imports;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import outdial.campaign.CampaignId;
import outdial.contact.Profile;
import outdial.enrollment.CallingGroup;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.Atlas;
import outdial.rules.Whereabouts;

/// Finds the calling group of a contact: every zone and region where number, address and own time zone allow it
/// to be. Knows the campaign's groups, a few hundred at most, for as long as one piece of work lasts, and
/// writes only what is new: they are never deleted and never lose a shard. Safe for many threads.
final class GroupFinder {
    /// A lane takes 1,000 writes a second; with fewer rows than this it is drained before that is felt.
    private static final long ROWS_PER_SHARD = 10_000;

    private static final int MOST_SHARDS = 16;

    private final Writing writing;
    private final Atlas atlas;
    private final CampaignId campaign;
    private final int shards;
    private final Map<String, CallingGroup> stored = new ConcurrentHashMap<>();
    private final Map<Signs, CallingGroup> known = new ConcurrentHashMap<>();

    GroupFinder(Writing writing, Atlas atlas, CampaignId campaign, long expectedRows) {
        this.writing = writing;
        this.atlas = atlas;
        this.campaign = campaign;
        this.shards = shards(expectedRows);
        writing.groups(campaign).forEach(group -> stored.put(group.name(), group));
    }

    /// What tells where somebody may be.
    private record Signs(Area number, Atlas.Address address, String ownZone) {}

    CallingGroup groupOf(Profile profile, PhoneNumber phone) {
        Signs signs = new Signs(
                atlas.ofNumber(phone), profile.address(), profile.place().timeZone());
        return known.computeIfAbsent(signs, missing -> stored(group(missing, phone)));
    }

    private CallingGroup stored(CallingGroup wanted) {
        CallingGroup found = Optional.ofNullable(stored.get(wanted.name()))
                .filter(there -> there.shards() >= wanted.shards())
                .orElseGet(() -> writing.ensure(campaign, wanted));
        stored.put(found.name(), found);
        return found;
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
