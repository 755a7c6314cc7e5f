package outdial.formats.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberAreasTest {
    private static final NumberAreas AREAS = new NumberAreas();
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}|(US|CA)-[A-Z]{2}");

    @ParameterizedTest(name = "{0} may be in {2}")
    @CsvSource({
        "+12025550123, America/New_York, US-DC",
        "+13055550123, America/New_York, US-FL",
        // A town of New York State has an exchange of New Jersey's area code.
        "+12015550123, America/New_York, US-NJ US-NY",
        // The library has one zone for these, and for 689 and 474 a wrong one.
        "+16895550123, America/Chicago America/New_York, US-FL",
        "+14485550123, America/Chicago America/New_York, US-FL",
        "+13645550123, America/Chicago America/New_York, US-KY",
        "+14745550123, America/Edmonton America/Regina America/Winnipeg, CA-SK",
        "+14165550123, America/Toronto, CA-ON",
        "+19025550123, America/Halifax, CA-NS CA-PE",
        "+17875550123, America/Puerto_Rico, US-PR",
        "+16715550123, Pacific/Guam, US-GU",
        "+12423570123, America/Nassau, BS",
        "+33612345678, Europe/Paris, FR",
        "+34612345678, Atlantic/Canary Europe/Madrid, ES",
        "+442079460018, Europe/Guernsey Europe/Isle_of_Man Europe/Jersey Europe/London, GB",
        // Not a number of the Indian plan, but of its country code all the same.
        "+910000000000, Asia/Calcutta, IN",
        "+870773111632, '', ''",
        "+80012345678, '', ''",
        "+999123456789, '', ''",
    })
    void a_number_may_be_wherever_its_area_is(String number, String zones, String regions) {
        assertThat(AREAS.of(number)).isEqualTo(Locality.of(words(zones), words(regions)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+18005550199", "+18335550199", "+15005550199", "+19005550199", "+12735550199", "+1999555019"})
    void a_number_of_no_place_may_be_anywhere_in_north_america(String number) {
        Locality area = AREAS.of(number);

        assertThat(area.regions()).containsExactly("CA", "US");
        assertThat(area.zones())
                .hasSize(42)
                .contains("America/St_Johns", "America/New_York", "Pacific/Pago_Pago", "Pacific/Guam");
    }

    @Test
    void every_area_code_that_the_library_places_is_in_the_table_once() {
        List<String> codes =
                Tables.read(NumberAreas.TABLE).stream().map(List::getFirst).toList();

        assertThat(codes).doesNotHaveDuplicates().isSorted().hasSizeBetween(430, 500);
        assertThat(codes).contains("201", "212", "305", "989").doesNotContain("800", "833", "900", "500");
    }

    @Test
    void every_zone_and_region_of_the_table_exists() {
        for (List<String> line : Tables.read(NumberAreas.TABLE)) {
            assertThat(Tables.words(line.get(1)))
                    .allSatisfy(zone -> assertThat(ZoneId.of(zone)).isNotNull());
            assertThat(Tables.words(line.get(2)))
                    .allMatch(region -> REGION.matcher(region).matches());
        }
    }

    /// The union per area code may not lose what the library says of a single number.
    @Test
    void the_area_of_a_number_holds_every_zone_that_the_library_gives_it() {
        var mapper = PhoneNumberToTimeZonesMapper.getInstance();
        for (List<String> line : Tables.read(NumberAreas.TABLE)) {
            long areaCode = Long.parseLong(line.getFirst());
            var number = new PhoneNumber().setCountryCode(1).setNationalNumber(areaCode * 10_000_000 + 5_550_123);

            assertThat(AREAS.of("+1" + number.getNationalNumber()).zones())
                    .as(line.getFirst())
                    .containsAll(mapper.getTimeZonesForGeographicalNumber(number));
        }
    }

    @Test
    void every_country_of_the_library_has_numbers_in_it() {
        var library = PhoneNumberUtil.getInstance();
        for (String country : library.getSupportedRegions()) {
            if (country.equals("US") || country.equals("CA")) continue;
            if (States.territory(country).isPresent()) continue;

            assertThat(AREAS.country(country).regions()).as(country).contains(country);
            assertThat(AREAS.country(country).zones()).as(country).isNotEmpty();
        }
    }

    @Test
    void a_country_without_numbers_has_no_known_zone() {
        assertThat(AREAS.country("AQ")).isEqualTo(Locality.of(List.of(), List.of("AQ")));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Tables.words(text);
    }
}
