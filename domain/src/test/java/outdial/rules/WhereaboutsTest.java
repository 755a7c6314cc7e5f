package outdial.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.phone.PhoneNumber;

final class WhereaboutsTest {
    private static final Area FLORIDA = area("America/New_York America/Chicago", "US-FL");
    private static final Area STATES = area("America/New_York America/Chicago Pacific/Honolulu", "US");

    /// New York's numbers, London's, and one of nowhere.
    private static final Map<String, Area> NUMBERS = Map.of(
            "+12125550123", area("America/New_York", "US-NY"),
            "+18005550123", area("America/New_York America/Toronto", "US CA"),
            "+442079460018", area("Europe/London", "GB"));

    private static final class SmallAtlas implements Atlas {
        @Override
        public Area ofNumber(PhoneNumber phone) {
            return NUMBERS.getOrDefault(phone.e164(), Area.UNKNOWN);
        }

        @Override
        public Area ofAddress(Address address) {
            if (address.state().equals("FL")) return address.country().equals("GB") ? Area.UNKNOWN : FLORIDA;
            if (address.country().equals("US")) return address.postalCode().equals("33101") ? FLORIDA : STATES;
            return Area.UNKNOWN;
        }
    }

    private final Whereabouts whereabouts = new Whereabouts(new SmallAtlas());

    /// The address is state, country and postal code.
    @ParameterizedTest(name = "{0} at <{1}>, <{2}>: {3} {4}")
    @CsvSource({
        "+12125550123, //, '', America/New_York, US-NY",
        "+12125550123, FL/US/, '', America/Chicago America/New_York, US-FL US-NY",
        "+12125550123, FL//, '', America/Chicago America/New_York, US-FL US-NY",
        // The number says which country's postal code it is.
        "+12125550123, //33101, '', America/Chicago America/New_York, US-FL US-NY",
        "+442079460018, //33101, '', Europe/London, GB",
        "+442079460018, FL//, '', America/Chicago America/New_York Europe/London, GB US-FL",
        // A country alone says nothing new of a number in it, and everything of one that is not.
        "+12125550123, /US/, '', America/New_York, US-NY",
        "+442079460018, /US/, '', America/Chicago America/New_York Europe/London Pacific/Honolulu, GB US",
        "+18005550123, /US/, '', America/Chicago America/New_York America/Toronto Pacific/Honolulu, CA US",
        "+12125550123, //, Europe/Berlin, America/New_York Europe/Berlin, US-NY",
        "+12125550123, //, Berlin, America/New_York, US-NY",
        "+12125550123, //, +02:00, America/New_York, US-NY",
        "+870773111632, //, '', '', ''",
        "+870773111632, //, Europe/Berlin, Europe/Berlin, ''",
    })
    void somebody_may_be_wherever_number_address_or_own_zone_allow(
            String phone, String address, String ownZone, String zones, String regions) {
        String[] parts = address.split("/", -1);
        var home = new Atlas.Address(parts[0], parts[1], parts[2]);

        assertThat(whereabouts.of(new PhoneNumber(phone), home, ownZone)).isEqualTo(area(zones, regions));
    }

    @Test
    void a_country_beside_its_own_part_says_nothing_more() {
        assertThat(area("America/New_York", "US US-NY CA").regionCodes()).containsExactly("CA", "US-NY");
        assertThat(area("America/New_York", "US US-NY CA").countries())
                .containsExactly(new Region("CA"), new Region("US"));
    }

    @Test
    void texts_that_are_no_zone_or_region_are_left_out() {
        assertThat(Area.of(List.of("Europe/Berlin", "Berlin", ""), List.of("DE", "001", "")))
                .isEqualTo(area("Europe/Berlin", "DE"));
    }

    private static Area area(String zones, String regions) {
        return Area.of(words(zones), words(regions));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
