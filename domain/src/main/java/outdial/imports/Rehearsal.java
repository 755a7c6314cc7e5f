package outdial.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outdial.campaign.CampaignId;
import outdial.contact.AddressClaim;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCall.Listed;
import outdial.donotcall.DoNotCallEntry;
import outdial.donotcall.Listing;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Enrollments.Added;
import outdial.enrollment.NewEnrollment;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;

/// Looks what would be written, and writes nothing.
final class Rehearsal implements Writing {
    private final Books books;
    private final WorkspaceId workspace;

    Rehearsal(Books books, WorkspaceId workspace) {
        this.books = books;
        this.workspace = workspace;
    }

    @Override
    public List<ContactId> claim(List<AddressClaim> claims) {
        Map<String, ContactId> owners = books.contacts()
                .claimants(
                        workspace, claims.stream().map(AddressClaim::address).collect(Collectors.toUnmodifiableSet()));
        return claims.stream()
                .map(claim -> owners.getOrDefault(claim.address(), claim.claimant()))
                .toList();
    }

    @Override
    public void add(List<Contact> contacts) {}

    @Override
    public void update(List<Person.OnFile> people) {}

    @Override
    public void note(List<ContactId> contacts, CampaignId campaign) {}

    @Override
    public List<Listed> list(List<Listing> listings) {
        Map<PhoneNumber, Set<Channel>> there = books
                .doNotCall()
                .find(
                        workspace,
                        listings.stream()
                                .map(listing -> listing.entry().phone())
                                .toList())
                .stream()
                .collect(Collectors.toUnmodifiableMap(DoNotCallEntry::phone, DoNotCallEntry::channels));
        return listings.stream()
                .map(Listing::entry)
                .map(entry -> there.getOrDefault(entry.phone(), Set.of()).containsAll(entry.channels())
                        ? Listed.THERE_BEFORE
                        : Listed.ADDED)
                .toList();
    }

    @Override
    public List<CallingGroup> groups(CampaignId campaign) {
        return books.groups().of(campaign);
    }

    @Override
    public CallingGroup ensure(CampaignId campaign, CallingGroup group) {
        return group;
    }

    @Override
    public List<Added> enroll(List<NewEnrollment> enrollments) {
        Map<EnrollmentId, String> sources = books.enrollments()
                .sources(enrollments.stream()
                        .map(added -> added.enrollment().id())
                        .collect(Collectors.toUnmodifiableSet()));
        return enrollments.stream()
                .map(added -> Optional.ofNullable(sources.get(added.enrollment().id()))
                        .map(before -> Added.found(before, added.source()))
                        .orElse(Added.ADDED))
                .toList();
    }
}
