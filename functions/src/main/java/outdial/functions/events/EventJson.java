package outdial.functions.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import outdial.call.Attempt;
import outdial.call.Closing;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.event.Event;
import outdial.event.EventType;
import outdial.functions.json.CountsJson;
import outdial.imports.Failure;
import outdial.imports.Import;
import outdial.imports.Source;

/// An event as those who listen see it, on the bus as `detail` and in a webhook as the body. The fields have
/// the names they have in the API.
///
/// @param id the same however often the event is told
/// @param timestamp when what it tells of was written
public record EventJson(String id, String type, String workspaceId, Instant timestamp, Object data) {
    public static EventJson of(String id, Event event, Instant timestamp) {
        Object data = switch (event) {
            case Event.ImportOver(Import over) -> importData(over);
            case Event.CallEnded(Attempt attempt, boolean _) ->
                callData(attempt, attempt.closing().orElseThrow());
            case Event.OptedOut(DoNotCallEntry entry) -> OptOutData.of(entry);
            case Event.CampaignMoved(Campaign campaign, String from) ->
                new CampaignData(
                        campaign.ref().id().value(), campaign.settings().name(), campaign.status(), from);
        };
        return new EventJson(id, event.type().text(), event.workspace().value(), timestamp, data);
    }

    /// To see whether events arrive.
    public static EventJson test(String id, String workspaceId, String webhookId, Instant timestamp) {
        return new EventJson(id, EventType.WEBHOOK_TEST.text(), workspaceId, timestamp, new TestData(webhookId));
    }

    record TestData(String webhookId) {}

    record ImportData(
            String importId,
            String status,
            Optional<String> campaignId,
            Source source,
            Optional<String> fileName,
            CountsJson counts,
            Optional<Failure> failure) {}

    record CallData(
            String attemptId,
            String campaignId,
            String contactId,
            String to,
            String from,
            int number,
            Instant startedAt,
            Optional<Instant> answeredAt,
            Instant endedAt,
            long talkSeconds,
            Outcome outcome,
            OptionalInt sipCode) {}

    record OptOutData(String phone, List<Channel> channels, String source, String reason, Instant addedAt) {
        static OptOutData of(DoNotCallEntry entry) {
            return new OptOutData(
                    entry.phone().e164(),
                    entry.channels().stream().sorted().toList(),
                    entry.source(),
                    entry.reason(),
                    entry.addedAt());
        }
    }

    /// `from` is the status before.
    record CampaignData(String campaignId, String name, String status, String from) {}

    private static ImportData importData(Import over) {
        return new ImportData(
                over.details().id().value(),
                over.status(),
                over.details().target().campaign().map(CampaignId::value),
                over.details().source(),
                Optional.of(over.details().file()).filter(name -> !name.isEmpty()),
                CountsJson.of(over),
                over instanceof Import.Failed failed ? Optional.of(failed.failure()) : Optional.empty());
    }

    private static CallData callData(Attempt attempt, Closing closing) {
        return new CallData(
                attempt.id().value(),
                attempt.campaign().id().value(),
                attempt.contact().value(),
                attempt.route().to().e164(),
                attempt.route().from().e164(),
                attempt.number(),
                attempt.startedAt(),
                closing.answeredAt(),
                closing.endedAt(),
                closing.talkTime().toSeconds(),
                closing.outcome(),
                closing.sipCode());
    }
}
