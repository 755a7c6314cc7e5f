package outdial.formats.phone;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The time zones in which the holder of a number may be, by the number alone.
///
/// Rather too many zones than too few, because a call is placed only where it is a lawful hour in all of them: for a
/// North American number every zone of its area code (what libphonenumber says of a single exchange is a guess where
/// the exchange is new), for any other number every zone of its country. A North American toll-free number may ring
/// anywhere and so has all the zones of the +1 countries.
///
/// Safe for many threads; remembers one answer for each area code and country.
public final class NumberZones {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int NORTH_AMERICA = 1;
    private static final int AREA_CODE_STARTS = "+1".length();
    private static final int AREA_CODE_ENDS = "+1212".length();
    private static final int LONGEST_COUNTRY_CODE = 3;

    // The digits that may follow an area code or a country code. Asking for all of them reaches every entry below an
    // area code, and below a country code at least one answer for the whole country.
    private static final int FIRST_CONTINUATION = 100;
    private static final int LAST_CONTINUATION = 999;

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final PhoneNumberToTimeZonesMapper mapper = PhoneNumberToTimeZonesMapper.getInstance();
    private final Map<Area, SortedSet<String>> zones = new ConcurrentHashMap<>();

    /// IANA names in alphabetical order; empty where the number belongs to no place, as satellite telephones do.
    ///
    /// @param e164 a number as [PhoneReading.Valid] has it
    public Optional<SortedSet<String>> zones(String e164) {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an E.164 number, " + e164.length() + " characters long");
        }
        return Optional.of(zones.computeIfAbsent(area(e164), this::everyZone)).filter(found -> !found.isEmpty());
    }

    private Area area(String e164) {
        int country = countryCode(e164);
        return country == NORTH_AMERICA
                ? new Area(country, Integer.parseInt(e164, AREA_CODE_STARTS, AREA_CODE_ENDS, 10))
                : new Area(country, 0);
    }

    private int countryCode(String e164) {
        for (int length = 1; length < LONGEST_COUNTRY_CODE; length++) {
            int code = Integer.parseInt(e164, 1, 1 + length, 10);
            if (!library.getRegionCodeForCountryCode(code).equals(PhoneReader.NO_REGION)) {
                return code;
            }
        }
        return Integer.parseInt(e164, 1, 1 + LONGEST_COUNTRY_CODE, 10);
    }

    private SortedSet<String> everyZone(Area area) {
        var found = new TreeSet<String>();
        for (int continuation = FIRST_CONTINUATION; continuation <= LAST_CONTINUATION; continuation++) {
            found.addAll(mapper.getTimeZonesForGeographicalNumber(area.number(continuation)));
        }
        found.remove(PhoneNumberToTimeZonesMapper.getUnknownTimeZone());
        return Collections.unmodifiableSortedSet(found);
    }

    /// @param areaCode 0 for the whole country
    private record Area(int countryCode, int areaCode) {
        PhoneNumber number(int continuation) {
            return new PhoneNumber().setCountryCode(countryCode).setNationalNumber(areaCode * 1_000L + continuation);
        }
    }
}
