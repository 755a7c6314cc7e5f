package outdial.campaign;

import java.time.Instant;
import java.util.Optional;

/// What is true of a campaign in every state. `version` rises with each change; `intake` is the number of imports
/// and adds that are still bringing contacts. Of a MANUAL campaign those are called who waited at `releasedAt`.
public record Details(
        CampaignRef ref, Settings settings, Instant createdAt, long version, int intake, Optional<Instant> releasedAt) {
    public Details(CampaignRef ref, Settings settings, Instant createdAt, long version, int intake) {
        this(ref, settings, createdAt, version, intake, Optional.empty());
    }

    Details with(Settings changed) {
        return new Details(ref, changed, createdAt, version, intake, releasedAt);
    }

    Details released(Instant at) {
        return new Details(ref, settings, createdAt, version, intake, Optional.of(at));
    }

    /// Whether somebody who waits since then may be called.
    public boolean releases(Instant since) {
        return switch (settings.mode()) {
            case SCHEDULED, ON_ADD -> true;
            case MANUAL -> releasedAt.filter(at -> !since.isAfter(at)).isPresent();
        };
    }
}
