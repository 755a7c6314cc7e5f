package outdial.formats.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.time.ZoneId;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberZonesTest {
    private static final NumberZones ZONES = new NumberZones();

    @ParameterizedTest(name = "{0} may be in {1}")
    @CsvFileSource(resources = "zones.csv", delimiter = ';', numLinesToSkip = 1)
    void a_number_may_be_in_any_zone_of_its_area(String number, String zones) {
        assertThat(ZONES.zones(number).map(found -> String.join(" ", found)).orElse("none"))
                .isEqualTo(zones);
    }

    @Test
    void a_toll_free_number_may_be_in_any_zone_of_the_country_code() {
        assertThat(ZONES.zones("+18005550199").orElseThrow())
                .hasSize(42)
                .contains("America/St_Johns", "America/New_York", "Pacific/Pago_Pago", "Pacific/Guam");
    }

    @Test
    void the_zones_of_every_country_hold_those_that_the_library_gives_its_numbers() {
        var library = PhoneNumberUtil.getInstance();
        var mapper = PhoneNumberToTimeZonesMapper.getInstance();
        for (String region : library.getSupportedRegions()) {
            var number = library.getExampleNumber(region);
            var expected = new TreeSet<>(mapper.getTimeZonesForNumber(number));
            expected.remove("Etc/Unknown");

            var zones = ZONES.zones(library.format(number, PhoneNumberFormat.E164))
                    .map(TreeSet::new)
                    .orElseGet(TreeSet::new);

            assertThat(zones).as(region).containsAll(expected);
            assertThat(zones)
                    .as(region)
                    .allSatisfy(zone -> assertThat(ZoneId.of(zone)).isNotNull());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2125550123", "+0125550123", "+1 212 555 0123", "+12125", "+1234567890123456"})
    void only_numbers_in_e164_are_looked_up(String number) {
        assertThatThrownBy(() -> ZONES.zones(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an E.164 number, %d characters long", number.length());
    }
}
