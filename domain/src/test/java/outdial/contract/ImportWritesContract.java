package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outdial.campaign.CampaignId;
import outdial.contact.AddressClaim;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contact.Contacts.Update;
import outdial.contact.EmailAddress;
import outdial.contact.Profile;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments.Brought;
import outdial.enrollment.Enrollments.Withdrawn;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.Status;
import outdial.page.PageRequest;

/// What an import asks of `Contacts` and `Enrollments` about people who are there already.
public abstract class ImportWritesContract extends PortsContract {
    @Test
    void an_update_is_written_once_with_the_claims_to_its_addresses() {
        Contact before = with("ann", "old@example.com");
        Profile wanted = with("ann", "new@example.com").profile().marked(Set.of("vip"), "gold", "fair");
        ports.books().contacts().add(List.of(before));
        claim("email#old@example.com", "ann");

        List<Boolean> written =
                ports.books().contacts().update(List.of(new Update(before, wanted), new Update(before, wanted)));

        assertThat(written).containsExactlyInAnyOrder(true, false);
        assertThat(ports.books().contacts().find(scene.workspace(), scene.contactId("ann")))
                .contains(before.with(wanted));
        assertThat(claimants("email#old@example.com", "email#new@example.com"))
                .isEqualTo(Map.of("email#new@example.com", scene.contactId("ann")));
    }

    @Test
    void an_update_that_takes_anothers_address_is_refused_as_a_whole() {
        Contact before = with("ann", "ann@example.com");
        ports.books().contacts().add(List.of(before));
        claim("email#ben@example.com", "ben");

        List<Boolean> written = ports.books()
                .contacts()
                .update(List.of(
                        new Update(before, with("ann", "ben@example.com").profile())));

        assertThat(written).containsExactly(false);
        assertThat(ports.books().contacts().find(scene.workspace(), scene.contactId("ann")))
                .contains(before);
        assertThat(claimants("email#ben@example.com"))
                .isEqualTo(Map.of("email#ben@example.com", scene.contactId("ben")));
    }

    private Contact with(String name, String email) {
        Contact contact = scene.contact(name, phone(1));
        Profile bare = contact.profile();
        Profile full = new Profile(
                bare.phone(),
                Optional.of(new EmailAddress(email)),
                bare.name(),
                bare.company(),
                bare.place(),
                bare.flags(),
                bare.segment(),
                bare.source(),
                bare.score(),
                bare.fields());
        return new Contact(
                contact.id(), contact.workspace(), full, contact.campaigns(), contact.version(), contact.createdAt());
    }

    private void claim(String address, String name) {
        List<ContactId> _ = ports.books()
                .contacts()
                .claim(scene.workspace(), List.of(new AddressClaim(address, scene.contactId(name))));
    }

    private Map<String, ContactId> claimants(String... addresses) {
        return ports.books().contacts().claimants(scene.workspace(), Set.of(addresses));
    }

    @Test
    void who_is_in_a_campaign_is_known_by_the_source_that_brought_it() {
        Enrollment ann = scene.waiting("ann", phone(1), NOON);
        Enrollment ben = scene.waiting("ben", phone(2), NOON);
        ports.books().enrollments().add(List.of(new NewEnrollment(ann, "list.csv#1", Map.of())));

        assertThat(ports.books().enrollments().sources(Set.of(ann.id(), ben.id())))
                .isEqualTo(Map.of(ann.id(), "list.csv#1"));
        assertThat(ports.books().enrollments().sources(Set.of())).isEmpty();
    }

    @Test
    void a_contact_is_removed_with_its_claims_unless_it_was_changed_or_is_elsewhere() {
        Contact ann = with("ann", "ann@example.com");
        Contact ben = scene.contact("ben", phone(2));
        Contact cat = scene.contact("cat", phone(3));
        ports.books().contacts().add(List.of(ann, ben, cat));
        claim("email#ann@example.com", "ann");
        ports.books().contacts().enroll(scene.workspace(), List.of(ann.id(), cat.id()), new CampaignId("spring"));
        ports.books().contacts().enroll(scene.workspace(), List.of(cat.id()), new CampaignId("fall"));
        assertThat(ports.books()
                        .contacts()
                        .update(List.of(new Update(ben, ben.profile().marked(Set.of("vip"), "", "")))))
                .containsExactly(true);

        List<ContactId> staying =
                ports.books().contacts().remove(List.of(ann, ben, cat), Optional.of(new CampaignId("spring")));

        assertThat(staying).containsExactly(ben.id(), cat.id());
        assertThat(ports.books().contacts().find(scene.workspace(), ann.id())).isEmpty();
        assertThat(claimants("email#ann@example.com")).isEmpty();
        assertThat(ports.books().contacts().remove(List.of(ann), Optional.empty()))
                .isEmpty();
    }

    @Test
    void a_contact_leaves_a_campaign() {
        Contact ann = scene.contact("ann", phone(1));
        ports.books().contacts().add(List.of(ann));
        ports.books().contacts().enroll(scene.workspace(), List.of(ann.id()), new CampaignId("spring"));
        ports.books().contacts().enroll(scene.workspace(), List.of(ann.id()), new CampaignId("fall"));

        ports.books()
                .contacts()
                .leave(scene.workspace(), List.of(ann.id(), scene.contactId("nobody")), new CampaignId("spring"));

        assertThat(ports.books()
                        .contacts()
                        .find(scene.workspace(), ann.id())
                        .orElseThrow()
                        .campaigns())
                .containsExactly(new CampaignId("fall"));
        assertThat(ports.books().contacts().find(scene.workspace(), scene.contactId("nobody")))
                .isEmpty();
    }

    @Test
    void who_was_brought_and_never_called_can_be_withdrawn() {
        Enrollment.Waiting ann = scene.waiting("ann", phone(1), NOON);
        Enrollment.Waiting ben = scene.waiting("ben", phone(2), NOON);
        Enrollment.Waiting cat = scene.waiting("cat", phone(3), NOON);
        ports.books()
                .enrollments()
                .add(List.of(
                        new NewEnrollment(ann, "list#1", Map.of()),
                        new NewEnrollment(ben.finish(Status.DISQUALIFIED, "score"), "list#2", Map.of()),
                        new NewEnrollment(cat, "list#3", Map.of())));
        assertThat(ports.books().enrollments().change(cat, cat.finish(Status.DO_NOT_CALL)))
                .isTrue();

        assertThat(ports.books()
                        .enrollments()
                        .brought(scene.campaign().id(), "list#", new PageRequest(100, Optional.empty()))
                        .items())
                .containsExactlyInAnyOrder(
                        new Brought(ann.id(), "list#1"),
                        new Brought(ben.id(), "list#2"),
                        new Brought(cat.id(), "list#3"));
        assertThat(ports.books()
                        .enrollments()
                        .withdraw(List.of(
                                new Brought(ann.id(), "other#1"),
                                new Brought(ben.id(), "list#2"),
                                new Brought(cat.id(), "list#3"),
                                new Brought(scene.waiting("dan", phone(4), NOON).id(), "list#4"))))
                .containsExactly(Withdrawn.KEPT, Withdrawn.REMOVED, Withdrawn.KEPT, Withdrawn.GONE);
        assertThat(ports.books().enrollments().withdraw(List.of(new Brought(ann.id(), "list#1"))))
                .containsExactly(Withdrawn.REMOVED);
        assertThat(ports.books().enrollments().find(ann.id())).isEmpty();
    }
}
