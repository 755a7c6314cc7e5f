package outdial.formats.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressAreasTest {
    private static final AddressAreas ADDRESSES = new AddressAreas(new NumberAreas());

    @ParameterizedTest(name = "<{0}> <{1}> <{2}> may be in {4}")
    @CsvSource({
        "Florida, '', '', America/Chicago America/New_York, US-FL",
        "fl, USA, '', America/Chicago America/New_York, US-FL",
        "US-FL, '', '', America/Chicago America/New_York, US-FL",
        "' new  york ', United States, '', America/New_York, US-NY",
        "D.C., US, '', America/New_York, US-DC",
        "Québec, Canada, '', America/Blanc-Sablon America/Halifax America/Toronto, CA-QC",
        "ontario, '', '', America/Atikokan America/Toronto America/Winnipeg, CA-ON",
        "CA, '', '', America/Los_Angeles, US-CA",
        "'', US, 90210, America/Los_Angeles, US-CA",
        "'', us, 90210-1234, America/Los_Angeles, US-CA",
        "'', US, 00601, America/Puerto_Rico, US-PR",
        "'', US, 06390, America/New_York, US-CT US-NY",
        "'', US, 96799, Pacific/Honolulu Pacific/Pago_Pago, US-AS US-HI",
        "'', '', H2X 1Y4, America/Blanc-Sablon America/Halifax America/Toronto, CA-QC",
        "'', CAN, h2x1y4, America/Blanc-Sablon America/Halifax America/Toronto, CA-QC",
        // They contradict each other: either may be true.
        "Texas, US, 10001, America/Chicago America/Denver America/New_York, US-NY US-TX",
        "Texas, '', 10001, America/Chicago America/Denver America/New_York, US-NY US-TX",
        // Western Australia, and a state that is not in the country.
        "WA, Australia, 6000, Australia/Adelaide Australia/Brisbane Australia/Eucla Australia/Lord_Howe Australia/Perth"
                + " Australia/Sydney Indian/Christmas Indian/Cocos, AU",
        "'', FR, 75001, Europe/Paris, FR",
        "'', England, SW1A 1AA, Europe/Guernsey Europe/Isle_of_Man Europe/Jersey Europe/London, GB",
        "'', DE, 10115, Europe/Berlin, DE",
        "'', Puerto Rico, '', America/Puerto_Rico, US-PR",
        "'', Guam, '', Pacific/Guam, US-GU",
        "'', Jamaica, '', America/Jamaica, JM",
        // Nothing that is understood.
        "'', '', '', '', ''",
        "'', '', 90210, '', ''",
        "WA, Ruritania, 98101, '', ''",
        "Ruritania, '', '', '', ''",
    })
    void an_address_may_be_wherever_one_of_its_parts_says(
            String state, String country, String postalCode, String zones, String regions) {
        assertThat(ADDRESSES.of(state, country, postalCode)).isEqualTo(Locality.of(words(zones), words(regions)));
    }

    @Test
    void a_country_alone_may_be_any_of_its_zones() {
        Locality states = ADDRESSES.of("", "US", "");
        Locality provinces = ADDRESSES.of("Bavaria", "CA", "99999");

        assertThat(states.regions()).containsExactly("US");
        assertThat(states.zones())
                .hasSize(13)
                .contains("America/New_York", "America/Phoenix", "Pacific/Guam", "America/Adak");
        assertThat(provinces.regions()).containsExactly("CA");
        assertThat(provinces.zones()).hasSize(13).contains("America/St_Johns", "America/Regina");
    }

    @Test
    void every_zone_of_a_state_exists_and_every_postal_code_has_a_state() {
        var states = new States();
        for (List<String> line : Tables.read("states.txt")) {
            assertThat(Tables.words(line.get(2)))
                    .allSatisfy(zone -> assertThat(ZoneId.of(zone)).isNotNull());
        }
        for (List<String> line : Tables.read("postal-codes.txt")) {
            assertThat(Tables.words(line.get(1)))
                    .allSatisfy(state -> assertThat(states.find(state)).contains(state));
        }
        assertThat(Tables.read("states.txt")).hasSize(51 + 5 + 13);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Tables.words(text);
    }
}
