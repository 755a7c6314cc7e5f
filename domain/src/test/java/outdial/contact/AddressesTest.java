package outdial.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.phone.PhoneNumber;

final class AddressesTest {
    @Test
    void equal_mail_addresses_are_equal_values() {
        assertThat(EmailAddress.parse("  Jane.Doe@Example.COM ")).contains(new EmailAddress("jane.doe@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "jane", "jane@", "@example.com", "jane@example", "ja ne@example.com", "a@b@example.com"})
    void what_is_no_mail_address_is_none(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jane@example.com", "jane@", " jane@example.com"})
    void a_mail_address_is_kept_in_lower_case_only(String text) {
        assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_mail_address_is_masked_where_it_is_printed() {
        assertThat(new EmailAddress("jane@example.com")).hasToString("j***@example.com");
    }

    @Test
    void claims_are_told_apart_by_what_they_claim_and_masked() {
        ContactId jane = new ContactId("c1");
        AddressClaim phone = AddressClaim.phone(new PhoneNumber("+12025550123"), jane);
        AddressClaim email = AddressClaim.email(new EmailAddress("jane@example.com"), jane);

        assertThat(phone.address()).isEqualTo("phone#+12025550123");
        assertThat(email.address()).isEqualTo("email#jane@example.com");
        assertThat(phone).hasToString("phone#*** of c1");
        assertThat(email).hasToString("email#*** of c1");
    }

    @Test
    void a_contact_needs_an_address() {
        assertThatThrownBy(() -> profile(Optional.empty(), Optional.empty(), OptionalInt.empty()))
                .hasMessage("a contact needs a phone or an email");

        var email = Optional.of(new EmailAddress("jane@example.com"));
        assertThat(profile(Optional.empty(), email, OptionalInt.empty()).email())
                .isEqualTo(email);
    }

    @Test
    void a_score_is_0_to_100() {
        var phone = Optional.of(new PhoneNumber("+12025550123"));

        assertThat(profile(phone, Optional.empty(), OptionalInt.of(0)).score()).hasValue(0);
        assertThat(profile(phone, Optional.empty(), OptionalInt.of(100)).score())
                .hasValue(100);
        assertThatThrownBy(() -> profile(phone, Optional.empty(), OptionalInt.of(101)))
                .hasMessage("score must be 0 to 100, was 101");
        assertThatThrownBy(() -> profile(phone, Optional.empty(), OptionalInt.of(-1)))
                .hasMessage("score must be 0 to 100, was -1");
    }

    private static Profile profile(Optional<PhoneNumber> phone, Optional<EmailAddress> email, OptionalInt score) {
        return new Profile(
                phone, email, Profile.Name.UNKNOWN, "", Profile.Place.UNKNOWN, Set.of(), "", "", score, Map.of());
    }
}
