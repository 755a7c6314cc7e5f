package outdial.simulation;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outdial.contact.Profile;
import outdial.phone.PhoneNumber;

/// Where people of the [Town] may be: every region and every zone that the number, the address or the contact's own
/// zone speak for, by a table that is not the one of the code under test.
///
/// @param regions `US-FL`, `FR`
/// @param zones by their IANA names
record Whereabouts(Set<String> regions, Set<String> zones) {
    private static final int COUNTRY = 2;

    /// Beginnings of numbers; the first that fits counts.
    private static final List<Known> NUMBERS = List.of(
            known("+1212", "US-NY", "America/New_York"),
            known("+1312", "US-IL", "America/Chicago"),
            known("+1213", "US-CA", "America/Los_Angeles"),
            known("+1303", "US-CO", "America/Denver"),
            known("+1808", "US-HI", "Pacific/Honolulu"),
            known("+1416", "CA-ON", "America/Toronto"),
            known("+1907", "US-AK", "America/Adak America/Anchorage America/Juneau Pacific/Honolulu"),
            known("+1202", "US-DC", "America/New_York"),
            known("+1305", "US-FL", "America/New_York"),
            known("+1404", "US-GA", "America/New_York"),
            known("+1617", "US-MA", "America/New_York"),
            known("+1214", "US-TX", "America/Chicago"),
            known("+1504", "US-LA", "America/Chicago"),
            known("+1615", "US-TN", "America/Chicago"),
            known("+1602", "US-AZ", "America/Phoenix"),
            known("+1206", "US-WA", "America/Los_Angeles"),
            known("+1702", "US-NV", "America/Los_Angeles"),
            known("+1514", "CA-QC", "America/Toronto"),
            known("+1604", "CA-BC", "America/Vancouver"),
            known("+1902", "CA-NS CA-PE", "America/Halifax"),
            known("+44", "GB", "Europe/London"),
            known("+331", "FR", "Europe/Paris"),
            known(
                    "+614",
                    "AU",
                    "Australia/Adelaide Australia/Brisbane Australia/Eucla Australia/Lord_Howe Australia/Perth"
                            + " Australia/Sydney Indian/Christmas Indian/Cocos"));

    private static final List<Known> STATES = List.of(
            known("FL", "US-FL", "America/New_York America/Chicago"),
            known("WA", "US-WA", "America/Los_Angeles"),
            known("LA", "US-LA", "America/Chicago"),
            known("HI", "US-HI", "Pacific/Honolulu"));

    private static final List<Known> COUNTRIES = List.of(
            known("FR", "FR", "Europe/Paris"), known("GB", "GB", "Europe/London"), known("JP", "JP", "Asia/Tokyo"));

    Whereabouts {
        regions = Set.copyOf(regions);
        zones = Set.copyOf(zones);
    }

    private record Known(String beginning, Whereabouts where) {}

    private static Known known(String beginning, String regions, String zones) {
        return new Known(beginning, new Whereabouts(Set.of(regions.split(" ")), Set.of(zones.split(" "))));
    }

    /// Empty where the town has no such numbers.
    static Optional<Whereabouts> of(PhoneNumber phone, Profile profile) {
        Stream<Known> places = Stream.concat(
                named(STATES, profile.place().state()),
                named(COUNTRIES, profile.place().country()));
        return NUMBERS.stream()
                .filter(known -> phone.e164().startsWith(known.beginning()))
                .findFirst()
                .map(number -> places.map(Known::where).reduce(number.where(), Whereabouts::or))
                .map(where -> where.orZone(profile.place().timeZone()));
    }

    private static Stream<Known> named(List<Known> known, String name) {
        return known.stream().filter(one -> one.beginning().equals(name));
    }

    private Whereabouts or(Whereabouts other) {
        return new Whereabouts(both(regions, other.regions), both(zones, other.zones));
    }

    private Whereabouts orZone(String zone) {
        return zone.isEmpty() ? this : new Whereabouts(regions, both(zones, Set.of(zone)));
    }

    private static Set<String> both(Collection<String> some, Collection<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    List<ZoneId> clocks() {
        return zones.stream().map(ZoneId::of).toList();
    }

    /// Somebody may be in it: it is a place of these, has one of them in it, or is within one.
    boolean touch(String region) {
        return regions.stream().anyMatch(here -> isIn(here, region) || isIn(region, here));
    }

    /// Each of these places is in one of those regions.
    boolean areAllIn(Collection<String> wholes) {
        return regions.stream().allMatch(here -> wholes.stream().anyMatch(whole -> isIn(here, whole)));
    }

    private static boolean isIn(String part, String whole) {
        return part.equals(whole) || (whole.length() == COUNTRY && part.startsWith(whole + "-"));
    }
}
