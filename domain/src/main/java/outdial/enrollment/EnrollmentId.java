package outdial.enrollment;

import outdial.campaign.CampaignId;
import outdial.contact.ContactId;

/// A contact in a campaign; a contact is in a campaign at most once.
public record EnrollmentId(CampaignId campaign, ContactId contact) {}
