package outdial.functions.sqs;

import java.time.Duration;
import outdial.campaign.CampaignId;
import outdial.contact.ContactId;
import outdial.dialing.DialOrder;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Token;

/// Orders a dialer to call a contact claimed with `token`; a `probe` finds out whether the carrier works again.
public record DialMessage(String campaignId, String contactId, String token, boolean probe) {
    public DialMessage {
        Required.field("campaignId", campaignId);
        Required.field("contactId", contactId);
        Required.field("token", token);
    }

    /// The order as it arrives: its delay is over.
    public DialOrder order() {
        EnrollmentId enrollment = new EnrollmentId(new CampaignId(campaignId), new ContactId(contactId));
        return new DialOrder(enrollment, new Token(token), Duration.ZERO, probe);
    }
}
