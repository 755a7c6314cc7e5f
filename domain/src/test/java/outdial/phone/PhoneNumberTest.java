package outdial.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"+12025550123", "+4930123456", "+12", "+123456789012345"})
    void a_number_in_international_form_is_taken_as_it_is(String text) {
        assertThat(new PhoneNumber(text).e164()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "+", "+1", "12025550123", "+02025550123", "+1 202 555", "+1234567890123456", "+1202555x123"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> new PhoneNumber(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a phone number must be E.164 such as +12025550123, was ");
    }

    @Test
    void a_refused_number_is_not_told_in_clear() {
        assertThatThrownBy(() -> new PhoneNumber("12025550123")).hasMessageEndingWith("was 120******23");
        assertThatThrownBy(() -> new PhoneNumber("12345")).hasMessageEndingWith("was *****");
    }

    @Test
    void a_number_is_masked_where_it_is_printed() {
        assertThat(new PhoneNumber("+12025550123")).hasToString("+12*******23");
        assertThat(new PhoneNumber("+12")).hasToString("***");
    }

    @Test
    void numbers_are_in_the_order_of_their_digits() {
        var low = new PhoneNumber("+12025550101");
        var high = new PhoneNumber("+4930123456");

        assertThat(List.of(high, low).stream().sorted()).containsExactly(low, high);
    }
}
