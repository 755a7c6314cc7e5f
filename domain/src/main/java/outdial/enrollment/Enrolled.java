package outdial.enrollment;

import java.util.Optional;
import outdial.call.AttemptId;
import outdial.call.Outcome;
import outdial.campaign.CampaignRef;
import outdial.contact.ContactId;
import outdial.phone.PhoneNumber;

/// What is true of an enrollment in every state. `attempts` counts the attempts that may have rung; `home` is the
/// lane the contact waits in until its first call.
public record Enrolled(
        CampaignRef campaign, ContactId contact, PhoneNumber phone, Lane home, int attempts, Optional<Last> last) {

    /// The latest attempt that ended, and how.
    public record Last(AttemptId attempt, Outcome outcome) {}

    public EnrollmentId id() {
        return new EnrollmentId(campaign.id(), contact);
    }

    /// Not an attempt that counts: the call was never placed.
    public Enrolled refused(AttemptId attempt, Outcome outcome) {
        return new Enrolled(campaign, contact, phone, home, attempts, Optional.of(new Last(attempt, outcome)));
    }

    public Enrolled after(AttemptId attempt, Outcome outcome) {
        int counted = outcome.kind() == Outcome.Kind.NOT_RUNG ? attempts : attempts + 1;
        return new Enrolled(campaign, contact, phone, home, counted, Optional.of(new Last(attempt, outcome)));
    }
}
