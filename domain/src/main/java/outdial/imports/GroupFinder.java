package outdial.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import outdial.campaign.CampaignId;
import outdial.contact.Contact;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Groups;
import outdial.phone.PhoneNumber;

/// Finds the calling group of a contact: every zone its number may be in, its own zone too, and the number's country.
/// Remembers the groups it met, a few hundred at most, for as long as one batch of work lasts.
final class GroupFinder {
    /// A lane takes 1,000 writes a second; with fewer rows than this it is drained before that is felt.
    private static final long ROWS_PER_SHARD = 10_000;

    private static final int MOST_SHARDS = 16;

    private final Groups groups;
    private final Phones phones;
    private final CampaignId campaign;
    private final int shards;
    private final Map<Area, CallingGroup> known = new HashMap<>();

    GroupFinder(Groups groups, Phones phones, CampaignId campaign, long expectedRows) {
        this.groups = groups;
        this.phones = phones;
        this.campaign = campaign;
        this.shards = shards(expectedRows);
    }

    private record Area(SortedSet<String> zones, String own, String region) {
        CallingGroup group(int shards) {
            SortedSet<String> all = new TreeSet<>(zones);
            if (!own.isEmpty()) all.add(own);
            return new CallingGroup(all, new TreeSet<>(Set.of(region)), shards);
        }
    }

    CallingGroup groupOf(Contact contact, PhoneNumber phone, String region) {
        Area area = new Area(phones.zones(phone), contact.profile().place().timeZone(), region);
        return known.computeIfAbsent(area, missing -> groups.ensure(campaign, missing.group(shards)));
    }

    /// A power of two, as many as hold the rows if all of them are in one group.
    static int shards(long rows) {
        int shards = 1;
        while (shards < MOST_SHARDS && rows > shards * ROWS_PER_SHARD) shards *= 2;
        return shards;
    }
}
