package outdial.functions.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.campaign.CampaignType;
import outdial.campaign.Details;
import outdial.campaign.Eligibility;
import outdial.campaign.ExecutionMode;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.functions.json.Json;
import outdial.hours.Window;
import outdial.phone.PhoneNumber;
import outdial.rules.Purpose;
import outdial.workspace.AgentId;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Campaigns as items. The turn to dispatch (`turnToken`, `turnEnd`, `asked`, `lively`) is on the same item, so
/// that taking the turn reads the campaign.
final class CampaignItems {
    /// Settings that an item may lack.
    static final Set<String> OPTIONAL = Set.of(
            "agentId",
            "callerNumbers",
            "windowZone",
            "windowHours",
            "windowHolidays",
            "startAt",
            "endAt",
            "retriesByCause",
            "anotherHour",
            "eligibility");

    private CampaignItems() {}

    static Map<String, AttributeValue> item(Campaign campaign) {
        Item item = new Item();
        Keys.campaign(campaign.ref()).forEach(item::put);
        settings(campaign.settings()).forEach(item::put);
        return item.put("state", campaign.status())
                .put("createdAt", campaign.details().createdAt())
                .put("version", campaign.details().version())
                .put("intake", campaign.details().intake())
                .map();
    }

    static Map<String, AttributeValue> settings(Settings settings) {
        Item item = Item.of("name", settings.name())
                .put("type", settings.type().name())
                .put("concurrency", settings.limits().concurrency())
                .put("throttleMillis", settings.limits().throttle().toMillis())
                .put("maxRetries", settings.retries().maxRetries())
                .put("retryDelaySeconds", settings.retries().delay().toSeconds())
                .putText("agentId", settings.agent())
                .putList("callerNumbers", phones(settings.callerNumbers()))
                .putText("startAt", settings.startAt())
                .putText("endAt", settings.endAt())
                .put("mode", settings.mode().name())
                .put("purpose", settings.purpose().name())
                .put("retriesByCause", RetryTexts.of(settings.retries().byCause()));
        if (settings.retries().anotherHour()) item.put("anotherHour", 1);
        if (!settings.eligibility().conditions().isEmpty()) item.put("eligibility", Json.write(settings.eligibility()));
        settings.window().ifPresent(window -> putWindow(item, window));
        return item.map();
    }

    private static Collection<String> phones(Collection<PhoneNumber> numbers) {
        return numbers.stream().map(PhoneNumber::e164).toList();
    }

    private static void putWindow(Item item, Window window) {
        item.put("windowZone", WindowTexts.zone(window.zone()))
                .putList(
                        "windowHours",
                        window.hours().stream().map(WindowTexts::hours).toList())
                .putList(
                        "windowHolidays",
                        window.holidays().stream().map(LocalDate::toString).toList());
    }

    static Campaign read(Row row) {
        Details details = new Details(
                ref(row),
                readSettings(row),
                row.time("createdAt"),
                row.number("version"),
                Math.toIntExact(row.number("intake")),
                row.optionalTime("releasedAt"));
        String state = row.text("state");
        return switch (state) {
            case "DRAFT" -> new Campaign.Draft(details);
            case "SCHEDULED" -> new Campaign.Scheduled(details);
            case "IN_PROGRESS" -> new Campaign.InProgress(details);
            case "PAUSED" -> new Campaign.Paused(details);
            case "COMPLETED" -> new Campaign.Completed(details);
            case "CANCELLED" -> new Campaign.Cancelled(details);
            case "ARCHIVED" -> new Campaign.Archived(details);
            default -> throw new IllegalStateException("campaign " + details.ref() + " in unknown state " + state);
        };
    }

    static CampaignRef ref(Row row) {
        return new CampaignRef(new WorkspaceId(row.text("workspaceId")), new CampaignId(row.text("campaignId")));
    }

    private static Settings readSettings(Row row) {
        return new Settings(
                row.text("name"),
                CampaignType.valueOf(row.text("type")),
                row.optional("agentId").map(AgentId::new),
                row.texts("callerNumbers").stream().map(PhoneNumber::new).toList(),
                new Settings.Limits(
                        Math.toIntExact(row.number("concurrency")), Duration.ofMillis(row.number("throttleMillis"))),
                new RetryRules(
                        Math.toIntExact(row.number("maxRetries")),
                        Duration.ofSeconds(row.number("retryDelaySeconds")),
                        RetryTexts.byCause(row.map("retriesByCause")),
                        row.numberOr("anotherHour", 0) == 1),
                window(row),
                row.optional("startAt").map(Instant::parse),
                row.optional("endAt").map(Instant::parse),
                ExecutionMode.valueOf(row.text("mode")),
                Purpose.valueOf(row.text("purpose")),
                row.optional("eligibility")
                        .map(text -> Json.read(text, Eligibility.class))
                        .orElse(Eligibility.EVERYBODY));
    }

    private static Optional<Window> window(Row row) {
        return row.optional("windowZone")
                .map(zone -> new Window(
                        WindowTexts.zone(zone),
                        row.texts("windowHours").stream()
                                .map(WindowTexts::hours)
                                .toList(),
                        row.texts("windowHolidays").stream()
                                .map(LocalDate::parse)
                                .collect(Collectors.toCollection(TreeSet::new))));
    }
}
