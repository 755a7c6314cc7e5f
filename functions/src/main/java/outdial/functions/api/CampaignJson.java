package outdial.functions.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignType;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.phone.PhoneNumber;
import outdial.workspace.AgentId;

/// A campaign as the API shows it.
record CampaignJson(
        String id,
        String name,
        CampaignType type,
        String status,
        Optional<String> agentId,
        List<String> callerNumbers,
        int concurrency,
        long throttleMillis,
        RetriesJson retries,
        Optional<WindowJson> window,
        Optional<Instant> startAt,
        Optional<Instant> endAt,
        Instant createdAt,
        long version) {

    record RetriesJson(int maxRetries, long retryDelaySeconds) {
        static RetriesJson of(RetryRules rules) {
            return new RetriesJson(rules.maxRetries(), rules.delay().toSeconds());
        }
    }

    static CampaignJson of(Campaign campaign) {
        Settings settings = campaign.settings();
        return new CampaignJson(
                campaign.ref().id().value(),
                settings.name(),
                settings.type(),
                campaign.status(),
                settings.agent().map(AgentId::value),
                settings.callerNumbers().stream().map(PhoneNumber::e164).toList(),
                settings.limits().concurrency(),
                settings.limits().throttle().toMillis(),
                RetriesJson.of(settings.retries()),
                settings.window().map(WindowJson::of),
                settings.startAt(),
                settings.endAt(),
                campaign.details().createdAt(),
                campaign.details().version());
    }
}
