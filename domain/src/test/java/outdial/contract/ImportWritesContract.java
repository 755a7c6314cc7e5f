package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outdial.contact.AddressClaim;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contact.Contacts.Update;
import outdial.contact.EmailAddress;
import outdial.contact.Profile;
import outdial.enrollment.Enrollment;
import outdial.enrollment.NewEnrollment;

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
}
