package outdial.functions.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignType;
import outdial.campaign.Eligibility;
import outdial.campaign.ExecutionMode;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.phone.PhoneNumber;
import outdial.rules.Purpose;
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
        ExecutionMode executionMode,
        Purpose purpose,
        Optional<Eligibility> eligibility,
        Optional<Instant> releasedAt,
        Instant createdAt,
        long version) {

    record RetriesJson(
            int maxRetries,
            long retryDelaySeconds,
            Optional<CauseJson> noAnswer,
            Optional<CauseJson> busy,
            Optional<CauseJson> voicemail,
            Optional<CauseJson> failed,
            boolean anotherHour) {
        static RetriesJson of(RetryRules rules) {
            return new RetriesJson(
                    rules.maxRetries(),
                    rules.delay().toSeconds(),
                    CauseJson.of(rules, RetryRules.Cause.NO_ANSWER),
                    CauseJson.of(rules, RetryRules.Cause.BUSY),
                    CauseJson.of(rules, RetryRules.Cause.VOICEMAIL),
                    CauseJson.of(rules, RetryRules.Cause.FAILED),
                    rules.anotherHour());
        }
    }

    record CauseJson(int maxRetries, long retryDelaySeconds) {
        static Optional<CauseJson> of(RetryRules rules, RetryRules.Cause cause) {
            return Optional.ofNullable(rules.byCause().get(cause))
                    .map(rule -> new CauseJson(rule.maxRetries(), rule.delay().toSeconds()));
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
                settings.mode(),
                settings.purpose(),
                Optional.of(settings.eligibility()).filter(rules -> !rules.equals(Eligibility.EVERYBODY)),
                campaign.details().releasedAt(),
                campaign.details().createdAt(),
                campaign.details().version());
    }
}
