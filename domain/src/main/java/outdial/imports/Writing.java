package outdial.imports;

import java.util.List;
import outdial.campaign.CampaignId;
import outdial.contact.AddressClaim;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.donotcall.DoNotCall.Listed;
import outdial.donotcall.Listing;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Enrollments.Added;
import outdial.enrollment.NewEnrollment;

/// What an import writes. A [Rehearsal] gives the same answers and writes nothing.
interface Writing {
    /// As [outdial.contact.Contacts#claim].
    List<ContactId> claim(List<AddressClaim> claims);

    void add(List<Contact> contacts);

    /// What rows say is written over what is on file.
    void update(List<Person.OnFile> people);

    /// Notes for contacts on file that they are in this campaign.
    void note(List<ContactId> contacts, CampaignId campaign);

    /// As [outdial.donotcall.DoNotCall#enter].
    List<Listed> list(List<Listing> listings);

    /// Those that the campaign has.
    List<CallingGroup> groups(CampaignId campaign);

    CallingGroup ensure(CampaignId campaign, CallingGroup group);

    /// As [outdial.enrollment.Enrollments#add].
    List<Added> enroll(List<NewEnrollment> enrollments);
}
