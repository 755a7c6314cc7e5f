package outdial.call;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import outdial.campaign.CampaignRef;
import outdial.contact.ContactId;

/// The carrier's report that a call is over; it carries all that is needed to conclude the attempt. `result` is
/// what the voice agent made of the conversation.
public record Ended(
        AttemptId attempt,
        CampaignRef campaign,
        ContactId contact,
        String carrierCallId,
        OptionalInt sipCode,
        Optional<Instant> answeredAt,
        Instant endedAt,
        Optional<Outcome> result) {

    public Closing closing() {
        return new Closing(outcome(), Closing.By.CARRIER, Optional.of(carrierCallId), sipCode, answeredAt, endedAt);
    }

    /// The agent's result; without one, what the SIP code says of a call that nobody answered.
    public Outcome outcome() {
        if (result.isPresent()) return result.get();
        if (answeredAt.isPresent()) return Outcome.COMPLETED;
        return SipOutcomes.unanswered(sipCode);
    }
}
