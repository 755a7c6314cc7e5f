package outdial.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import outdial.campaign.CampaignId;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Groups;

public final class MemoryGroups implements Groups {
    private final Object lock;
    private final Map<CampaignId, SortedMap<String, CallingGroup>> groups = new HashMap<>();

    MemoryGroups(Object lock) {
        this.lock = lock;
    }

    @Override
    public CallingGroup ensure(CampaignId campaign, CallingGroup group) {
        synchronized (lock) {
            return of(groups, campaign)
                    .merge(group.name(), group, (there, wanted) -> there.shards() < wanted.shards() ? wanted : there);
        }
    }

    @Override
    public List<CallingGroup> of(CampaignId campaign) {
        synchronized (lock) {
            return List.copyOf(of(groups, campaign).values());
        }
    }

    private static SortedMap<String, CallingGroup> of(
            Map<CampaignId, SortedMap<String, CallingGroup>> groups, CampaignId campaign) {
        return groups.computeIfAbsent(campaign, _ -> new TreeMap<>());
    }
}
