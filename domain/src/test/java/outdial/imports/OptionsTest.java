package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outdial.contact.Contact;
import outdial.contact.EmailAddress;
import outdial.phone.PhoneNumber;

/// What whoever brings a list may wish for it: what its columns mean, what all of its people are given, and whether
/// what
/// is on file is written over.
final class OptionsTest {
    private static final Columns TELEFON =
            new Columns(Map.of("Telefon", known("phone"), "Tier", custom("pet")), Columns.Others.IGNORE);

    private final Office office = Office.open();

    @Test
    void a_saved_mapping_says_what_columns_mean() {
        office.mappings.save(office.scene.campaign(), TELEFON);

        Import done = office.bring("people.csv", "telefon ,tier,company,note\n2025550101,cat,Acme,x\n");

        assertThat(done.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(contact("+12025550101").profile().fields()).isEqualTo(Map.of("pet", "cat"));
        assertThat(contact("+12025550101").profile().company()).isEqualTo("Acme");
    }

    @Test
    void a_mapping_given_with_the_list_wins_over_the_saved_one() {
        office.mappings.save(office.scene.campaign(), TELEFON);

        Import done = office.upload(
                with(new Columns(Map.of("b", known("phone")), Columns.Others.KEEP)), "phone,b\nx,2025550101\n");

        assertThat(done.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(contact("+12025550101").profile().fields()).isEqualTo(Map.of("phone", "x"));
    }

    @Test
    void a_list_without_the_mapped_phone_column_is_refused_by_name() {
        office.mappings.save(office.scene.campaign(), TELEFON);

        Import done = office.bring("people.csv", "phone,pet\n2025550101,cat\n");

        assertThat(done).isInstanceOfSatisfying(Import.Failed.class, failed -> {
            assertThat(failed.failure().reason()).isEqualTo(Failure.Reason.MAPPED_COLUMN_MISSING);
            assertThat(failed.failure().message())
                    .isEqualTo(
                            "The list has no column named 'telefon', which the mapping needs. Its columns are 'phone',"
                                    + " 'pet'. Name the column so, or change the mapping.");
        });
    }

    @Test
    void a_mapping_names_each_column_and_each_field_once() {
        assertThatThrownBy(() -> new Columns(Map.of("a", known("phone"), "b", known("phone")), Columns.Others.KEEP))
                .hasMessage("has two columns for phone; one is enough");
        assertThatThrownBy(() -> new Columns(Map.of("a", custom("x"), " A ", custom("y")), Columns.Others.KEEP))
                .hasMessageContaining("twice");
    }

    @Test
    void a_meaning_is_a_field_a_custom_field_or_nothing() {
        assertThat(Meaning.parse("first_name").map(Meaning::text)).contains("first_name");
        assertThat(Meaning.parse("custom.Policy No.")).contains(new Meaning.Custom("Policy No."));
        assertThat(Meaning.parse("ignore")).contains(new Meaning.Ignored());
        assertThat(Meaning.parse("custom. ")).isEmpty();
        assertThat(Meaning.parse("fone")).isEmpty();
        assertThat(Meaning.parse("custom." + "x".repeat(101))).isEmpty();
        assertThat(Meaning.choices()).contains("phone", "custom.NAME", "ignore");
    }

    @Test
    void everybody_of_a_list_is_given_its_marks() {
        Options marked = new Options(Mode.SKIP, Optional.empty(), new Marks(Set.of("fair"), "spring", "booth"), false);

        office.upload(marked, "phone,flags,segment,source\n2025550101,vip,gold,web\n");

        Contact ann = contact("+12025550101");
        assertThat(ann.profile().flags()).isEqualTo(Set.of("fair", "vip"));
        assertThat(ann.profile().segment()).isEqualTo("spring");
        assertThat(ann.profile().source()).isEqualTo("booth");
    }

    @Test
    void a_contact_on_file_is_enrolled_and_stays_as_it_is() {
        office.bringTo("imports/clinic/contacts/a.csv", "phone,name,company,pet\n2025550101,Ann,Acme,cat\n");

        Import done = office.upload(Options.USUAL, "phone,company\n2025550101,Bell\n");

        assertThat(done.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(contact("+12025550101").profile().company()).isEqualTo("Acme");
    }

    @Test
    void an_updating_list_writes_what_it_says_over_what_is_on_file() {
        office.bringTo("imports/clinic/contacts/a.csv", "phone,name,company,pet,zip\n2025550101,Ann,Acme,cat,20001\n");

        Import done = office.upload(
                updating(), "phone,first name,last name,company,pet,email\n2025550101,Ann,Doe,,dog,ann@example.com\n");

        assertThat(done.tally()).isEqualTo(new Tally(0, 1, 0, 0, 0, 0, 0, 0));
        Contact ann = contact("+12025550101");
        assertThat(ann.version()).isEqualTo(2);
        assertThat(ann.profile().company()).isEqualTo("Acme");
        assertThat(ann.profile().name()).isEqualTo(new outdial.contact.Profile.Name("Ann", "Doe", ""));
        assertThat(ann.profile().fields()).isEqualTo(Map.of("pet", "dog", "zip", "20001"));
        assertThat(owner("ann@example.com")).contains(ann);
        assertThat(office.enrolled()).containsExactly("+12025550101");
    }

    @Test
    void the_address_book_is_updated_too() {
        office.bringTo("imports/clinic/contacts/a.csv", "phone,company\n2025550101,Acme\n");

        Import done = office.uploadTo(new Target.AddressBook(), updating(), "phone,company\n2025550101,Bell\n");

        assertThat(done.tally()).isEqualTo(new Tally(0, 1, 0, 0, 0, 0, 0, 0));
        assertThat(contact("+12025550101").profile().company()).isEqualTo("Bell");
    }

    @Test
    void who_is_in_the_campaign_already_is_a_duplicate_and_stays_as_it_is() {
        office.bring("a.csv", "phone,company\n2025550101,Acme\n");

        Import done = office.upload(updating(), "phone,company\n2025550101,Bell\n");

        assertThat(done.tally()).isEqualTo(new Tally(0, 0, 0, 1, 0, 0, 0, 0));
        assertThat(contact("+12025550101").profile().company()).isEqualTo("Acme");
    }

    @Test
    void somebody_elses_email_address_is_not_taken_away() {
        office.bringTo(
                "imports/clinic/contacts/a.csv",
                "phone,email\n2025550101,ann@example.com\n2025550102,ben@example.com\n");

        office.upload(updating(), "phone,email,company\n2025550102,ann@example.com,Bell\n");

        assertThat(owner("ann@example.com")).contains(contact("+12025550101"));
        assertThat(contact("+12025550102").profile().email()).contains(new EmailAddress("ben@example.com"));
        assertThat(contact("+12025550102").profile().company()).isEqualTo("Bell");
    }

    @Test
    void a_contact_known_by_email_alone_gets_its_phone_by_an_update() {
        office.bringTo("imports/clinic/contacts/a.csv", "email\nann@example.com\n");

        Import skipped = office.upload(Options.USUAL, "phone,email\n2025550101,ann@example.com\n");
        Import updated = office.upload(updating(), "phone,email\n2025550101,ann@example.com\n");

        assertThat(skipped.tally()).isEqualTo(new Tally(0, 0, 0, 0, 0, 0, 1, 0));
        assertThat(updated.tally()).isEqualTo(new Tally(0, 1, 0, 0, 0, 0, 0, 0));
        assertThat(office.enrolled()).containsExactly("+12025550101");
        assertThat(owner("ann@example.com")).contains(contact("+12025550101"));
    }

    @Test
    void another_phone_of_a_contact_known_by_email_is_warned_about() {
        office.bringTo("imports/clinic/contacts/a.csv", "phone,email\n2025550101,ann@example.com\n");

        Import done = office.upload(updating(), "phone,email\n2025550102,ann@example.com\n");

        assertThat(done.tally()).isEqualTo(new Tally(0, 1, 0, 0, 0, 0, 0, 1));
        assertThat(office.enrolled()).containsExactly("+12025550101");
    }

    @Test
    void an_update_waits_for_another_one_to_be_written() {
        office.bringTo("imports/clinic/contacts/a.csv", "phone,company\n2025550101,Acme\n");
        Contact before = contact("+12025550101");
        boolean[] done = {false};
        office.around = call -> {
            if (call.name().equals("update") && !done[0]) {
                done[0] = true;
                office.memory
                        .contacts()
                        .update(List.of(new outdial.contact.Contacts.Update(
                                before, before.profile().marked(Set.of("vip"), "", ""))));
            }
            return call.real();
        };

        Import updated = office.upload(updating(), "phone,company\n2025550101,Bell\n");

        assertThat(updated.tally()).isEqualTo(new Tally(0, 1, 0, 0, 0, 0, 0, 0));
        assertThat(contact("+12025550101").profile().company()).isEqualTo("Bell");
        assertThat(contact("+12025550101").profile().flags()).containsExactly("vip");
    }

    private static Options updating() {
        return new Options(Mode.UPDATE, Optional.empty(), Marks.NONE, false);
    }

    private static Options with(Columns columns) {
        return new Options(Mode.SKIP, Optional.of(columns), Marks.NONE, false);
    }

    private static Meaning known(String field) {
        return Meaning.parse(field).orElseThrow();
    }

    private static Meaning custom(String name) {
        return new Meaning.Custom(name);
    }

    private Contact contact(String phone) {
        return office.memory
                .contacts()
                .byPhone(Office.WORKSPACE, new PhoneNumber(phone))
                .orElseThrow();
    }

    private Optional<Contact> owner(String email) {
        return Optional.ofNullable(office.memory
                        .contacts()
                        .claimants(Office.WORKSPACE, Set.of("email#" + email))
                        .get("email#" + email))
                .flatMap(id -> office.memory.contacts().find(Office.WORKSPACE, id));
    }
}
