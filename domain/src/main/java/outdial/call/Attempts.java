package outdial.call;

import java.util.Optional;
import outdial.campaign.CampaignId;
import outdial.contact.ContactId;
import outdial.page.Page;
import outdial.page.PageRequest;

/// Every attempt that was ever made. They are added and closed together with the enrollment they belong to
/// (`Enrollments.dial` and `conclude`).
public interface Attempts {
    Optional<Attempt> find(ContactId contact, AttemptId id);

    /// Replaces how a closed attempt ended, as long as it was closed by its lease; false where it was not.
    boolean amend(Attempt amended);

    /// Closed attempts of a campaign, in no particular order.
    Page<Attempt> list(CampaignId campaign, PageRequest page);
}
