package outdial.formats.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// Where the holder of a number may be, by the number alone: rather too much than too little, because a call is
/// placed only where it is lawful everywhere.
///
/// A North American number may be in every zone and state of its area code (`area-codes.txt`, generated); one
/// whose area code is of no place, as toll-free ones are, or not known to the table, may be in every zone of
/// the +1 countries, and in the United States or Canada. Any other number may be in every zone of its country
/// code. The territories of the United States are its states `US-PR`, `US-GU` and so on; other countries of +1
/// are their own.
///
/// Safe for many threads.
public final class NumberAreas {
    static final String TABLE = "area-codes.txt";

    private static final String NORTH_AMERICA = "+1";
    private static final int AREA_CODE_ENDS = "+1212".length();
    private static final String TOLL_FREE = "+18005550199";
    private static final String NO_COUNTRY = "001";

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final NumberZones zones = new NumberZones();
    private final Map<String, Locality> areaCodes = new HashMap<>();
    private final Locality anywhereInNorthAmerica;

    public NumberAreas() {
        for (List<String> line : Tables.read(TABLE)) {
            areaCodes.put(
                    NORTH_AMERICA + line.getFirst(), Locality.of(Tables.words(line.get(1)), Tables.words(line.get(2))));
        }
        anywhereInNorthAmerica = Locality.of(zonesOf(TOLL_FREE), List.of("US", "CA"));
    }

    /// @param e164 a number as [PhoneReading.Valid] has it
    public Locality of(String e164) {
        if (!e164.startsWith(NORTH_AMERICA)) return Locality.of(zonesOf(e164), countryOf(e164));
        String areaCode = e164.substring(0, Math.min(AREA_CODE_ENDS, e164.length()));
        return areaCodes.getOrDefault(areaCode, anywhereInNorthAmerica);
    }

    /// Anywhere in the country, by what numbers it has; unknown where it has none.
    Locality country(String country) {
        if (!library.getSupportedRegions().contains(country)) return Locality.of(List.of(), List.of(country));
        int code = library.getCountryCodeForRegion(country);
        if (code == 1) return islandsOf(country);
        return Locality.of(zonesOf("+" + code + "0000000"), List.of(country));
    }

    private Locality islandsOf(String country) {
        return areaCodes.values().stream()
                .filter(area -> area.regions().contains(country))
                .reduce(Locality.UNKNOWN, Locality::union);
    }

    private SortedSet<String> zonesOf(String e164) {
        return zones.zones(e164).orElseGet(Collections::emptySortedSet);
    }

    private List<String> countryOf(String e164) {
        try {
            var number = library.parse(e164, PhoneReader.NO_REGION);
            String region = library.getRegionCodeForNumber(number);
            String country = region == null ? library.getRegionCodeForCountryCode(number.getCountryCode()) : region;
            return country.equals(NO_COUNTRY) ? List.of() : List.of(country);
        } catch (NumberParseException _) {
            return List.of();
        }
    }
}
