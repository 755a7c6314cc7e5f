package outdial.dialing;

import java.util.Comparator;
import outdial.campaign.CampaignId;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Status;

/// Somebody said stop: the number joins the do-not-call list, and every campaign drops it. May be repeated.
public final class OptOuts {
    private final Books books;

    public OptOuts(Books books) {
        this.books = books;
    }

    /// The list comes first: from then on no dialer calls the number, whatever the campaigns still say. A
    /// contact that is being worked on is dropped by the dialer, or when its call is concluded, or before the
    /// next one.
    public void stop(DoNotCallEntry entry) {
        books.doNotCall().add(entry);
        books.contacts().byPhone(entry.workspace(), entry.phone()).ifPresent(this::drop);
    }

    /// In an order that is always the same, so that a simulated run can be repeated.
    private void drop(Contact contact) {
        contact.campaigns().stream()
                .sorted(Comparator.comparing(CampaignId::value))
                .forEach(campaign -> drop(campaign, contact.id()));
    }

    private void drop(CampaignId campaign, ContactId contact) {
        books.enrollments().find(new EnrollmentId(campaign, contact)).ifPresent(enrollment -> {
            if (enrollment instanceof Enrollment.Idle idle) {
                books.enrollments().change(idle, idle.finish(Status.DO_NOT_CALL));
            }
        });
    }
}
