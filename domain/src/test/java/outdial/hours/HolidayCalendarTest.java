package outdial.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HolidayCalendarTest {

    /// Month and day; where a holiday is observed on another day, both.
    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "US_FEDERAL, 2021, 01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31",
        "US_FEDERAL, 2026, 01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25",
        "US_FEDERAL, 2027,"
                + " 01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31",
        "US_AL, 2026, 01-01 01-19 02-16 02-17 04-27 05-25 06-01 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25",
        "US_LA, 2026,"
                + " 01-01 01-08 01-19 02-16 02-17 04-03 05-25 06-03 06-19 07-03 07-04 08-30 09-07 10-12 11-01 11-03 11-11"
                + " 11-26 11-27 12-25",
        "US_MS, 2027, 01-01 01-18 02-15 04-26 05-31 06-19 07-04 07-05 09-06 11-11 11-25 12-25",
        "US_PA, 2026, 01-01 01-19 02-16 04-03 05-25 06-14 06-19 07-04 09-07 10-12 11-03 11-11 11-26 12-25",
        "US_RI, 2026, 01-01 01-19 02-16 05-04 05-25 06-19 07-04 08-10 09-07 10-12 11-03 11-11 11-26 12-25",
        "US_UT, 2026, 01-01 01-19 02-16 05-25 06-15 06-19 07-03 07-04 07-24 09-07 10-12 11-11 11-26 12-25",
        "US_UT, 2027,"
                + " 01-01 01-18 02-15 05-31 06-18 06-19 06-21 07-04 07-05 07-23 07-24 09-06 10-11 11-11 11-25 12-24 12-25"
                + " 12-31",
        "FR, 2026, 01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 12-26",
        "ES, 2027, 01-01 01-06 03-19 03-25 03-26 05-01 08-15 08-16 10-12 11-01 12-06 12-08 12-25",
        "AU, 2026, 01-01 01-26 04-03 04-06 04-25 04-27 12-25 12-26 12-28",
        "AU, 2027, 01-01 01-26 03-26 03-29 04-25 04-26 12-25 12-26 12-27 12-28",
        "AU, 2022, 01-01 01-03 01-26 04-15 04-18 04-25 12-25 12-26 12-27",
        "NONE, 2026, ''",
    })
    void the_holidays_of_a_year_are_those_of_the_law(HolidayCalendar calendar, int year, String days) {
        assertThat(datesOf(year).stream()
                        .filter(calendar::include)
                        .map(date -> date.toString().substring("2026-".length()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(days);
    }

    /// Of the tables of the US Naval Observatory.
    @Test
    void easter_is_on_the_sunday_after_the_paschal_full_moon() {
        assertThat(List.of(1961, 1981, 2000, 2024, 2025, 2026, 2038, 2049))
                .extracting(Easter::sunday)
                .containsExactly(
                        LocalDate.parse("1961-04-02"),
                        LocalDate.parse("1981-04-19"),
                        LocalDate.parse("2000-04-23"),
                        LocalDate.parse("2024-03-31"),
                        LocalDate.parse("2025-04-20"),
                        LocalDate.parse("2026-04-05"),
                        LocalDate.parse("2038-04-25"),
                        LocalDate.parse("2049-04-18"));
    }

    @Test
    void easter_is_on_a_sunday_from_22_march_to_25_april() {
        for (int year = 1900; year <= 2200; year++) {
            LocalDate easter = Easter.sunday(year);

            assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(easter).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
        }
    }

    private static List<LocalDate> datesOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).toList();
    }
}
