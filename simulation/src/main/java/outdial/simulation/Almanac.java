package outdial.simulation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Holidays of the law by date, of those calendars that count in the [Town], from March 2026 to February 2027.
/// Looked up, not computed.
final class Almanac {
    private static final Map<String, Set<LocalDate>> CALENDARS = Map.of(
            "FR",
            dates("2026-04-03 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15"
                    + " 2026-11-01 2026-11-11 2026-12-25 2026-12-26 2027-01-01"),
            "AU",
            dates("2026-04-03 2026-04-06 2026-04-25 2026-04-27 2026-12-25 2026-12-26 2026-12-28 2027-01-01"
                    + " 2027-01-26"),
            "US_LA",
            dates("2026-04-03 2026-05-25 2026-06-03 2026-06-19 2026-07-03 2026-07-04 2026-08-30 2026-09-07"
                    + " 2026-10-12 2026-11-01 2026-11-03 2026-11-11 2026-11-26 2026-11-27 2026-12-25 2027-01-01"
                    + " 2027-01-08 2027-01-18 2027-01-19 2027-02-09 2027-02-15"));

    private Almanac() {}

    private static Set<LocalDate> dates(String text) {
        return Arrays.stream(text.split(" ")).map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
    }

    /// A calendar that is not in here has no holidays.
    static boolean isHoliday(String calendar, LocalDate date) {
        return CALENDARS.getOrDefault(calendar, Set.of()).contains(date);
    }
}
