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

    /// Keeps the carrier's name for the attempt's call, which is the first that anybody tells, for good. True where the
    /// attempt's call is this one; false where it is another one, or nobody made such an attempt.
    boolean note(ContactId contact, AttemptId id, String carrierCallId);

    /// The carrier's name for the attempt's call, as it was noted first.
    Optional<String> callOf(ContactId contact, AttemptId id);

    /// Replaces how a closed attempt ended, as long as it was closed by its lease; false where it was not.
    boolean amend(Attempt amended);

    /// Closed attempts of a campaign, in no particular order.
    Page<Attempt> list(CampaignId campaign, PageRequest page);
}
