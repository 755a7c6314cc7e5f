package outdial.formats.phone;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes `area-codes.txt` from what libphonenumber says of every exchange of an area code. Of an area code of
/// which it knows no town, its time zone is a guess (it has one for 689, in Orlando, that is an hour off):
/// there, and where it names a zone that the state has not, every zone of the state counts too.
final class AreaCodeTable {
    static final String HEAD = """
            # North American area codes: area code; every time zone; every state, province or country of it.
            # Generated from libphonenumber and its geocoder. To make it anew, after a new version of them:
            # mvn -Dfast -pl formats test -Dtest=AreaCodeTableTest -Doutdial.regenerate=true
            """;

    /// What the geocoder says instead of a state.
    private static final Map<String, List<String>> SPELLINGS = Map.of(
            "British Colombia", List.of("CA-BC"),
            "Toronto", List.of("CA-ON"),
            "Philadelphia", List.of("US-PA"),
            "Nova Scotia/Prince Edward Island", List.of("CA-NS", "CA-PE"),
            "Northwest Territories/Nunavut/Yukon", List.of("CA-NT", "CA-NU", "CA-YT"));

    private static final int FIRST = 200;
    private static final int LAST = 999;
    private static final int MOST_ZONES = 20;

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final PhoneNumberOfflineGeocoder geocoder = PhoneNumberOfflineGeocoder.getInstance();
    private final PhoneNumberToTimeZonesMapper mapper = PhoneNumberToTimeZonesMapper.getInstance();
    private final States states = new States();

    String text() {
        return HEAD + String.join("", lines().values());
    }

    /// By area code.
    Map<Integer, String> lines() {
        Map<Integer, String> lines = new TreeMap<>();
        for (int areaCode = FIRST; areaCode <= LAST; areaCode++) {
            int code = areaCode;
            line(areaCode).ifPresent(line -> lines.put(code, line));
        }
        return lines;
    }

    /// Empty where the area code is of no place.
    Optional<String> line(int areaCode) {
        List<PhoneNumber> numbers = IntStream.rangeClosed(FIRST, LAST)
                .mapToObj(exchange -> number(areaCode, exchange))
                .toList();
        if (isOfNoPlace(numbers.getFirst())) return Optional.empty();
        Optional<String> country = numbers.stream()
                .flatMap(number -> Stream.ofNullable(library.getRegionCodeForNumber(number)))
                .findFirst();
        return country.flatMap(found -> line(areaCode, found, numbers));
    }

    private Optional<String> line(int areaCode, String country, List<PhoneNumber> numbers) {
        var regions = new TreeSet<String>();
        boolean townsKnown = false;
        for (PhoneNumber number : numbers) {
            String place = geocoder.getDescriptionForValidNumber(number, Locale.ENGLISH);
            regions.addAll(regions(country, place));
            townsKnown |= place.contains(", ");
        }
        if (regions.isEmpty()) return Optional.empty();
        var zones = zones(numbers);
        var ofStates = states.of(regions).zones();
        boolean guessed = !townsKnown || !ofStates.containsAll(zones);
        if (guessed) zones.addAll(ofStates);
        return Optional.of(areaCode + ";" + String.join(" ", zones) + ";" + String.join(" ", regions) + "\n");
    }

    /// Toll-free, personal and unassigned ones have all zones of the continent.
    private boolean isOfNoPlace(PhoneNumber number) {
        return mapper.getTimeZonesForGeographicalNumber(number).size() > MOST_ZONES;
    }

    private static PhoneNumber number(int areaCode, int exchange) {
        return new PhoneNumber()
                .setCountryCode(1)
                .setNationalNumber(areaCode * 10_000_000L + exchange * 10_000L + 1234);
    }

    private SortedSet<String> zones(List<PhoneNumber> numbers) {
        var zones = new TreeSet<String>();
        for (PhoneNumber number : numbers) zones.addAll(mapper.getTimeZonesForGeographicalNumber(number));
        zones.remove(PhoneNumberToTimeZonesMapper.getUnknownTimeZone());
        return zones;
    }

    /// None where only `United States` or `Canada` is known.
    private List<String> regions(String country, String place) {
        Optional<String> territory = States.territory(country);
        if (territory.isPresent()) return List.of(territory.get());
        if (!country.equals("US") && !country.equals("CA")) return List.of(country);
        String state = place.substring(place.lastIndexOf(", ") < 0 ? 0 : place.lastIndexOf(", ") + 2);
        if (SPELLINGS.containsKey(state)) return SPELLINGS.get(state);
        return states.find(state).filter(code -> code.startsWith(country)).stream()
                .toList();
    }
}
