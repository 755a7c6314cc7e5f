package outdial.functions.sqs;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import outdial.call.AttemptId;
import outdial.call.Ended;
import outdial.call.Outcome;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.contact.ContactId;
import outdial.workspace.WorkspaceId;

/// The report that a call ended, on its way from the call flow to the conclusion.
public record EndedMessage(
        String attemptId,
        String workspaceId,
        String campaignId,
        String contactId,
        String carrierCallId,
        OptionalInt sipCode,
        Optional<Instant> answeredAt,
        Instant endedAt,
        Optional<Outcome> result) {
    public EndedMessage {
        Required.field("attemptId", attemptId);
        Required.field("workspaceId", workspaceId);
        Required.field("campaignId", campaignId);
        Required.field("contactId", contactId);
        Required.field("carrierCallId", carrierCallId);
        Required.field("endedAt", endedAt);
    }

    public static EndedMessage of(Ended ended) {
        return new EndedMessage(
                ended.attempt().value(),
                ended.campaign().workspace().value(),
                ended.campaign().id().value(),
                ended.contact().value(),
                ended.carrierCallId(),
                ended.sipCode(),
                ended.answeredAt(),
                ended.endedAt(),
                ended.result());
    }

    public Ended ended() {
        return new Ended(
                new AttemptId(attemptId),
                new CampaignRef(new WorkspaceId(workspaceId), new CampaignId(campaignId)),
                new ContactId(contactId),
                carrierCallId,
                sipCode,
                answeredAt,
                endedAt,
                result);
    }
}
