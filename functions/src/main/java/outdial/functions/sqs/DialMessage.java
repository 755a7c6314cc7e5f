package outdial.functions.sqs;

import outdial.campaign.CampaignId;
import outdial.contact.ContactId;
import outdial.enrollment.EnrollmentId;

/// Orders a dialer to call a contact claimed with `token`.
public record DialMessage(String campaignId, String contactId, String token) {
    public DialMessage {
        Required.field("campaignId", campaignId);
        Required.field("contactId", contactId);
        Required.field("token", token);
    }

    public EnrollmentId enrollment() {
        return new EnrollmentId(new CampaignId(campaignId), new ContactId(contactId));
    }
}
