package outdial.memory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import outdial.campaign.CampaignRef;
import outdial.imports.Columns;
import outdial.imports.Mappings;

public final class MemoryMappings implements Mappings {
    private final Map<CampaignRef, Columns> saved = new ConcurrentHashMap<>();

    @Override
    public Optional<Columns> find(CampaignRef campaign) {
        return Optional.ofNullable(saved.get(campaign));
    }

    @Override
    public void save(CampaignRef campaign, Columns columns) {
        saved.put(campaign, columns);
    }

    @Override
    public boolean forget(CampaignRef campaign) {
        return saved.remove(campaign) != null;
    }
}
