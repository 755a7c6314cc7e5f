package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outdial.campaign.CampaignId;
import outdial.contact.AddressClaim;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contact.EmailAddress;
import outdial.contact.Profile;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCall.Listed;
import outdial.donotcall.DoNotCallEntry;
import outdial.donotcall.Listing;
import outdial.phone.PhoneNumber;

/// `Contacts` and `DoNotCall`.
public abstract class AddressBookContract extends PortsContract {
    @Test
    void an_added_contact_is_found_as_it_was_added() {
        Profile everything = new Profile(
                Optional.of(phone(1)),
                Optional.of(new EmailAddress("jane@example.com")),
                new Profile.Name("Jane", "Doe", "Jane M. Doe"),
                "Acme",
                new Profile.Place("NY", "US", "America/New_York"),
                Set.of("vip", "lead"),
                "gold",
                "fair",
                OptionalInt.of(77),
                Map.of("pet", "cat"));
        Contact jane = new Contact(
                scene.contactId("jane"), scene.workspace(), everything, Set.of(new CampaignId("c1")), 1, Scene.CREATED);

        ports.books().contacts().add(List.of(jane));

        assertThat(find("jane")).contains(jane);
    }

    @Test
    void a_contact_of_which_little_is_known_is_found_as_it_was_added() {
        Contact ann = scene.contact("ann", phone(1));

        ports.books().contacts().add(List.of(ann));

        assertThat(find("ann")).contains(ann);
    }

    @Test
    void a_contact_nobody_added_is_not_found() {
        assertThat(find("ann")).isEmpty();
        assertThat(ports.books().contacts().byPhone(scene.workspace(), phone(1)))
                .isEmpty();
    }

    @Test
    void a_contact_that_is_there_stays_as_it_is() {
        Contact ann = scene.contact("ann", phone(1));
        ports.books().contacts().add(List.of(ann));

        ports.books().contacts().add(List.of(scene.contact("ann", phone(2)), scene.contact("bob", phone(3))));

        assertThat(find("ann")).contains(ann);
        assertThat(find("bob")).contains(scene.contact("bob", phone(3)));
    }

    @Test
    void an_address_belongs_to_the_first_who_claims_it() {
        assertThat(claim(AddressClaim.phone(phone(1), id("ann")))).containsExactly(id("ann"));

        assertThat(claim(AddressClaim.phone(phone(2), id("bob")), AddressClaim.phone(phone(1), id("bob"))))
                .containsExactly(id("bob"), id("ann"));
        assertThat(claim(AddressClaim.phone(phone(1), id("ann")))).containsExactly(id("ann"));
    }

    @Test
    void phones_and_mail_addresses_are_claimed_alike() {
        var email = new EmailAddress("jane@example.com");

        assertThat(claim(AddressClaim.phone(phone(1), id("ann")), AddressClaim.email(email, id("ann"))))
                .containsExactly(id("ann"), id("ann"));

        assertThat(claim(AddressClaim.email(email, id("bob")))).containsExactly(id("ann"));
    }

    @Test
    void more_claims_can_be_made_than_one_request_can_hold() {
        claim(AddressClaim.phone(phone(50), id("ann")));
        List<AddressClaim> many = IntStream.range(0, 120)
                .mapToObj(n -> AddressClaim.phone(phone(n), id("n" + n)))
                .toList();

        List<ContactId> owners = ports.books().contacts().claim(scene.workspace(), many);

        assertThat(owners).hasSize(120);
        assertThat(owners.get(49)).isEqualTo(id("n49"));
        assertThat(owners.get(50)).isEqualTo(id("ann"));
        assertThat(owners.get(119)).isEqualTo(id("n119"));
    }

    @Test
    void who_claimed_which_of_many_addresses_is_told() {
        claim(AddressClaim.phone(phone(1), id("ann")), AddressClaim.phone(phone(120), id("bob")));
        Set<String> many = IntStream.range(0, 150)
                .mapToObj(n -> AddressClaim.phoneAddress(phone(n)))
                .collect(Collectors.toSet());

        assertThat(ports.books().contacts().claimants(scene.workspace(), many))
                .isEqualTo(Map.of("phone#+12025550001", id("ann"), "phone#+12025550120", id("bob")));
        assertThat(ports.books().contacts().claimants(scene.workspace(), Set.of()))
                .isEmpty();
    }

    @Test
    void those_of_many_contacts_that_are_there_are_found() {
        ports.books().contacts().add(List.of(scene.contact("n3", phone(3)), scene.contact("n140", phone(140))));
        Set<ContactId> many = IntStream.range(0, 150).mapToObj(n -> id("n" + n)).collect(Collectors.toSet());

        assertThat(ports.books().contacts().find(scene.workspace(), many))
                .containsExactlyInAnyOrder(scene.contact("n3", phone(3)), scene.contact("n140", phone(140)));
        assertThat(ports.books().contacts().find(scene.workspace(), Set.of())).isEmpty();
    }

    @Test
    void a_contact_is_found_by_the_phone_it_claimed() {
        Contact ann = scene.contact("ann", phone(1));
        claim(AddressClaim.phone(phone(1), id("ann")));
        assertThat(ports.books().contacts().byPhone(scene.workspace(), phone(1)))
                .isEmpty();

        ports.books().contacts().add(List.of(ann));

        assertThat(ports.books().contacts().byPhone(scene.workspace(), phone(1)))
                .contains(ann);
        assertThat(ports.books().contacts().byPhone(scene.workspace(), phone(2)))
                .isEmpty();
    }

    @Test
    void contacts_are_noted_to_be_in_a_campaign() {
        ports.books().contacts().add(List.of(scene.contact("ann", phone(1)), scene.contact("bob", phone(2))));

        ports.books().contacts().enroll(scene.workspace(), List.of(id("ann"), id("gone")), new CampaignId("c1"));
        ports.books().contacts().enroll(scene.workspace(), List.of(id("ann")), new CampaignId("c2"));
        ports.books().contacts().enroll(scene.workspace(), List.of(id("ann")), new CampaignId("c2"));

        assertThat(find("ann")).contains(in(scene.contact("ann", phone(1)), "c1", "c2"));
        assertThat(find("bob")).contains(scene.contact("bob", phone(2)));
        assertThat(find("gone")).isEmpty();
    }

    @Test
    void many_contacts_are_found_at_once_and_those_that_are_not_there_are_left_out() {
        List<Contact> many = IntStream.range(0, 130)
                .mapToObj(n -> scene.contact("n" + n, phone(n)))
                .toList();
        ports.books().contacts().add(many);
        Set<ContactId> ids = IntStream.range(0, 140).mapToObj(n -> id("n" + n)).collect(Collectors.toSet());

        assertThat(ports.books().contacts().find(scene.workspace(), ids)).containsExactlyInAnyOrderElementsOf(many);
        assertThat(ports.books().contacts().find(scene.workspace(), Set.of())).isEmpty();
    }

    @Test
    void who_has_claimed_an_address_can_be_asked_without_claiming_it() {
        claim(AddressClaim.phone(phone(1), id("ann")));
        String taken = AddressClaim.phone(phone(1), id("bob")).address();
        String free = AddressClaim.phone(phone(2), id("bob")).address();

        assertThat(ports.books().contacts().claimants(scene.workspace(), Set.of(taken, free)))
                .isEqualTo(Map.of(taken, id("ann")));
        assertThat(claim(AddressClaim.phone(phone(2), id("eve")))).containsExactly(id("eve"));
    }

    @Test
    void who_asked_not_to_be_called_is_on_the_list() {
        DoNotCallEntry entry = entry(1, Set.of(Channel.PHONE), "CALL", NOON);

        ports.books().doNotCall().add(entry);

        assertThat(ports.books().doNotCall().find(scene.workspace(), phone(1))).contains(entry);
        assertThat(ports.books().doNotCall().find(scene.workspace(), phone(2))).isEmpty();
    }

    @Test
    void a_second_entry_joins_its_channels_and_keeps_the_first_source_reason_and_time() {
        ports.books().doNotCall().add(entry(1, Set.of(Channel.EMAIL), "API", NOON));

        ports.books().doNotCall().add(entry(1, Set.of(Channel.PHONE, Channel.EMAIL), "CALL", NOON.plusSeconds(9)));

        assertThat(ports.books().doNotCall().find(scene.workspace(), phone(1)))
                .contains(entry(1, Set.of(Channel.EMAIL, Channel.PHONE), "API", NOON));
    }

    @Test
    void those_among_many_that_must_not_be_called_are_told() {
        ports.books().doNotCall().add(entry(1, Set.of(Channel.PHONE), "API", NOON));
        ports.books().doNotCall().add(entry(2, Set.of(Channel.EMAIL, Channel.TEXT), "API", NOON));
        ports.books().doNotCall().add(entry(120, Set.of(Channel.PHONE, Channel.TEXT), "API", NOON));
        List<PhoneNumber> many = IntStream.range(0, 150).mapToObj(Scene::phone).toList();

        assertThat(ports.books().doNotCall().among(scene.workspace(), many)).isEqualTo(Set.of(phone(1), phone(120)));
        assertThat(ports.books().doNotCall().among(scene.workspace(), List.of()))
                .isEmpty();
    }

    @Test
    void many_numbers_enter_the_list_at_once_and_a_row_finds_what_it_did() {
        ports.books().doNotCall().add(entry(1, Set.of(Channel.PHONE), "API", NOON));
        ports.books().doNotCall().add(entry(2, Set.of(Channel.EMAIL), "API", NOON));
        List<Listing> many = IntStream.rangeClosed(1, 60)
                .mapToObj(n -> new Listing(entry(n, Set.of(Channel.PHONE), "IMPORT", NOON), "list#" + n))
                .toList();

        List<Listed> first = ports.books().doNotCall().enter(many);
        List<Listed> again = ports.books().doNotCall().enter(many);

        assertThat(first).hasSize(60).startsWith(Listed.THERE_BEFORE, Listed.ADDED, Listed.ADDED);
        assertThat(first.stream().filter(Listed.ADDED::equals)).hasSize(59);
        assertThat(again).isEqualTo(first);
        assertThat(ports.books().doNotCall().find(scene.workspace(), phone(1)))
                .contains(entry(1, Set.of(Channel.PHONE), "API", NOON));
        assertThat(ports.books().doNotCall().find(scene.workspace(), phone(2)))
                .contains(entry(2, Set.of(Channel.EMAIL, Channel.PHONE), "API", NOON));
        assertThat(ports.books().doNotCall().find(scene.workspace(), phone(60)))
                .contains(entry(60, Set.of(Channel.PHONE), "IMPORT", NOON));
    }

    @Test
    void another_row_with_a_number_that_entered_finds_it_there() {
        DoNotCallEntry entry = entry(1, Set.of(Channel.PHONE), "IMPORT", NOON);
        ports.books().doNotCall().enter(List.of(new Listing(entry, "one#1")));

        assertThat(ports.books().doNotCall().enter(List.of(new Listing(entry, "two#1"))))
                .containsExactly(Listed.THERE_BEFORE);
    }

    @Test
    void a_number_can_be_taken_off_the_list_once() {
        ports.books().doNotCall().add(entry(1, Set.of(Channel.PHONE), "API", NOON));

        assertThat(ports.books().doNotCall().remove(scene.workspace(), phone(1)))
                .isTrue();
        assertThat(ports.books().doNotCall().remove(scene.workspace(), phone(1)))
                .isFalse();

        assertThat(ports.books().doNotCall().find(scene.workspace(), phone(1))).isEmpty();
        assertThat(ports.books().doNotCall().among(scene.workspace(), List.of(phone(1))))
                .isEmpty();
    }

    @Test
    void the_list_gives_every_entry_once_page_by_page() {
        List<DoNotCallEntry> entries = IntStream.range(0, 12)
                .mapToObj(n -> entry(n, Set.of(Channel.PHONE), "API", NOON))
                .toList();
        entries.forEach(entry -> ports.books().doNotCall().add(entry));

        List<List<DoNotCallEntry>> pages =
                pages(5, page -> ports.books().doNotCall().list(scene.workspace(), page));

        assertThat(pages).allSatisfy(page -> assertThat(page).hasSizeLessThanOrEqualTo(5));
        assertThat(pages.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(entries);
    }

    private DoNotCallEntry entry(int phone, Set<Channel> channels, String source, Instant at) {
        return new DoNotCallEntry(scene.workspace(), phone(phone), channels, source, "said " + source, at);
    }

    private static Contact in(Contact contact, String... campaigns) {
        Set<CampaignId> ids = Arrays.stream(campaigns).map(CampaignId::new).collect(Collectors.toSet());
        return new Contact(
                contact.id(), contact.workspace(), contact.profile(), ids, contact.version(), contact.createdAt());
    }

    private List<ContactId> claim(AddressClaim... claims) {
        return ports.books().contacts().claim(scene.workspace(), List.of(claims));
    }

    private ContactId id(String who) {
        return scene.contactId(who);
    }

    private Optional<Contact> find(String who) {
        return ports.books().contacts().find(scene.workspace(), id(who));
    }
}
