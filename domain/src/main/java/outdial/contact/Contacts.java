package outdial.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outdial.campaign.CampaignId;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;

/// The address book of each workspace. A phone and an e-mail address belong to at most one contact of a
/// workspace: the contact claims them before it is written, and a claim whose contact is missing is completed
/// by whoever meets it.
public interface Contacts {
    /// Strongly consistent.
    Optional<Contact> find(WorkspaceId workspace, ContactId id);

    /// Those that are there, in no order. Strongly consistent, any number of ids.
    List<Contact> find(WorkspaceId workspace, Set<ContactId> ids);

    /// The contact that claimed this phone. Strongly consistent.
    Optional<Contact> byPhone(WorkspaceId workspace, PhoneNumber phone);

    /// All contacts of a workspace, in no particular order; one that is added meanwhile may be among them.
    Page<Contact> list(WorkspaceId workspace, PageRequest page);

    /// Who has claimed these addresses (`phone#+12025550123`, `email#jane@example.com`); none for those that
    /// are free. Strongly consistent, any number of addresses.
    Map<String, ContactId> claimants(WorkspaceId workspace, Set<String> addresses);

    /// Claims each address for its contact. Answers, in the same order, whose it is: the claimant's own id where
    /// the claim is new or was the claimant's before, else the id of the contact that has it.
    List<ContactId> claim(WorkspaceId workspace, List<AddressClaim> claims);

    /// Adds those contacts that are not there yet; one that is there stays as it is.
    void add(List<Contact> contacts);

    /// Changes the profiles of contacts, and with them the claims to their addresses, each as long as it is
    /// what was seen and nobody else has claimed an address it takes. Answers for each, in order, whether it
    /// was written.
    List<Boolean> update(List<Update> updates);

    /// A contact as it was seen, and what is to be known of it.
    record Update(Contact from, Profile to) {}

    /// Removes contacts with their claims, as long as nobody has changed them since they were added and they
    /// are in no campaign but `only`. Answers those that stay.
    List<ContactId> remove(List<Contact> contacts, Optional<CampaignId> only);

    /// Notes for contacts that are there that they are no longer in this campaign.
    void leave(WorkspaceId workspace, List<ContactId> contacts, CampaignId campaign);

    /// Notes for contacts that are there that they are now in this campaign.
    void enroll(WorkspaceId workspace, List<ContactId> contacts, CampaignId campaign);
}
