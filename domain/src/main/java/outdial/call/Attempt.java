package outdial.call;

import java.time.Instant;
import java.util.Optional;
import outdial.campaign.CampaignRef;
import outdial.contact.ContactId;
import outdial.phone.PhoneNumber;

/// One attempt to call a contact, written before the carrier is asked. `number` counts the contact's attempts in the
/// campaign from 1; `closing` is empty until the attempt ended.
public record Attempt(
        AttemptId id,
        CampaignRef campaign,
        ContactId contact,
        Route route,
        int number,
        Instant startedAt,
        Optional<Closing> closing) {

    /// Who is called, from which number, by which carrier.
    public record Route(PhoneNumber to, PhoneNumber from, String carrier) {}

    public Attempt close(Closing how) {
        return new Attempt(id, campaign, contact, route, number, startedAt, Optional.of(how));
    }
}
