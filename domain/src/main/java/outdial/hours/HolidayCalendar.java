package outdial.hours;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.Month.APRIL;
import static java.time.Month.AUGUST;
import static java.time.Month.DECEMBER;
import static java.time.Month.FEBRUARY;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.JUNE;
import static java.time.Month.MARCH;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;
import static java.time.Month.OCTOBER;
import static java.time.Month.SEPTEMBER;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The holidays of the law, computed for any year of the Gregorian calendar. Where a holiday is observed on
/// another day, nobody is called on either; where only a part of the region keeps it, nobody is called in all
/// of it. What a government proclaims for a single year is not in here: block the region for that.
public enum HolidayCalendar implements Holidays {
    NONE(List.of()),

    /// 5 U.S.C. 6103.
    US_FEDERAL(american(
            Holiday::observedOnNearestWeekday, Holiday.nth(3, MONDAY, FEBRUARY), Holiday.nth(2, MONDAY, OCTOBER))),

    /// Ala. Code 1-3-8, with Mardi Gras, which two counties keep.
    US_AL(american(
            Holiday::observedOnNearestWeekday,
            Holiday.nth(3, MONDAY, FEBRUARY),
            Holiday.easter(-47),
            Holiday.nth(4, MONDAY, APRIL),
            Holiday.nth(1, MONDAY, JUNE),
            Holiday.nth(2, MONDAY, OCTOBER))),

    /// La. R.S. 1:55, also what the Public Service Commission does not list (Order R-29617): the Battle of New
    /// Orleans, Mardi Gras, Good Friday, two days kept until 2022, Huey Long, All Saints, the election, the day
    /// after Thanksgiving.
    US_LA(american(
            Holiday::observedOnNearestWeekday,
            Holiday.on(JANUARY, 8),
            Holiday.on(JANUARY, 19),
            Holiday.nth(3, MONDAY, FEBRUARY),
            Holiday.easter(-47),
            Holiday.easter(-2),
            Holiday.on(JUNE, 3),
            Holiday.on(AUGUST, 30),
            Holiday.nth(2, MONDAY, OCTOBER),
            Holiday.on(NOVEMBER, 1),
            Holiday.electionDay(),
            Holiday.nth(4, THURSDAY, NOVEMBER).dayAfter())),

    /// Miss. Code 3-3-7.
    US_MS(american(Holiday::observedOnMonday, Holiday.nth(3, MONDAY, FEBRUARY), Holiday.last(MONDAY, APRIL))),

    /// 44 P.S. 11.
    US_PA(american(
            Holiday::observedOnMonday,
            Holiday.nth(3, MONDAY, FEBRUARY),
            Holiday.easter(-2),
            Holiday.on(JUNE, 14),
            Holiday.nth(2, MONDAY, OCTOBER),
            Holiday.electionDay())),

    /// R.I. Gen. Laws 25-1-1, with Independence Day of the state and Victory Day.
    US_RI(american(
            Holiday::observedOnMonday,
            Holiday.nth(3, MONDAY, FEBRUARY),
            Holiday.on(MAY, 4),
            Holiday.nth(2, MONDAY, AUGUST),
            Holiday.nth(2, MONDAY, OCTOBER),
            Holiday.electionDay())),

    /// Utah Code 63G-1-301, with Pioneer Day; Juneteenth is kept on a Monday.
    US_UT(american(
            Holiday::observedOnNearestWeekday,
            Holiday.nth(3, MONDAY, FEBRUARY),
            Holiday.on(JUNE, 19).observedOnClosestMonday(),
            Holiday.on(JULY, 24).observedOnNearestWeekday(),
            Holiday.nth(2, MONDAY, OCTOBER))),

    /// Code du travail L3133-1, with Good Friday and 26 December, which Alsace and Moselle keep (L3134-13).
    FR(List.of(
            Holiday.on(JANUARY, 1),
            Holiday.easter(-2),
            Holiday.easter(1),
            Holiday.on(MAY, 1),
            Holiday.on(MAY, 8),
            Holiday.easter(39),
            Holiday.easter(50),
            Holiday.on(JULY, 14),
            Holiday.on(AUGUST, 15),
            Holiday.on(NOVEMBER, 1),
            Holiday.on(NOVEMBER, 11),
            Holiday.on(DECEMBER, 25),
            Holiday.on(DECEMBER, 26))),

    /// The national days of Real Decreto 2001/1983 art. 45, with Maundy Thursday and Saint Joseph, which most
    /// or some communities keep, and with the Monday after a Sunday. Their own other days are not in here.
    ES(Stream.of(
                    Holiday.on(JANUARY, 1),
                    Holiday.on(JANUARY, 6),
                    Holiday.on(MARCH, 19),
                    Holiday.easter(-3),
                    Holiday.easter(-2),
                    Holiday.on(MAY, 1),
                    Holiday.on(AUGUST, 15),
                    Holiday.on(OCTOBER, 12),
                    Holiday.on(NOVEMBER, 1),
                    Holiday.on(DECEMBER, 6),
                    Holiday.on(DECEMBER, 8),
                    Holiday.on(DECEMBER, 25))
            .map(Holiday::observedOnMonday)
            .toList()),

    /// The national public holidays of the telemarketing standard of 2017, with the days off instead of a
    /// weekend.
    AU(List.of(
            Holiday.on(JANUARY, 1).observedAfterWeekend(),
            Holiday.on(JANUARY, 26).observedAfterWeekend(),
            Holiday.easter(-2),
            Holiday.easter(1),
            Holiday.on(APRIL, 25).observedAfterWeekend(),
            Holiday.on(DECEMBER, 25).observedTwoDaysAfterWeekend(),
            Holiday.on(DECEMBER, 26).observedTwoDaysAfterWeekend()));

    @SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable, and a holiday is but arithmetic
    private final List<Holiday> days;

    HolidayCalendar(List<Holiday> days) {
        this.days = days;
    }

    @Override
    public boolean include(LocalDate date) {
        return days.stream().anyMatch(holiday -> holiday.isOn(date));
    }

    /// What the federation and every state here keeps, and more; fixed dates are moved from the weekend by
    /// `observance`.
    private static List<Holiday> american(UnaryOperator<Holiday> observance, Holiday... more) {
        Stream<Holiday> common = Stream.of(
                        Holiday.on(JANUARY, 1),
                        Holiday.on(JUNE, 19),
                        Holiday.on(JULY, 4),
                        Holiday.on(NOVEMBER, 11),
                        Holiday.on(DECEMBER, 25))
                .map(observance);
        Stream<Holiday> mondays = Stream.of(
                Holiday.nth(3, MONDAY, JANUARY),
                Holiday.last(MONDAY, MAY),
                Holiday.nth(1, MONDAY, SEPTEMBER),
                Holiday.nth(4, THURSDAY, NOVEMBER));
        return Stream.of(common, mondays, Stream.of(more)).flatMap(part -> part).toList();
    }
}
