package outdial.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// One holiday of each year: the day itself, and the day on which it is observed where that is another. Both
/// count.
record Holiday(IntFunction<LocalDate> day, UnaryOperator<LocalDate> observance) {

    static Holiday on(Month month, int day) {
        return new Holiday(year -> LocalDate.of(year, month, day), date -> date);
    }

    /// Such as the fourth Thursday of November.
    static Holiday nth(int ordinal, DayOfWeek weekday, Month month) {
        return new Holiday(
                year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday)),
                date -> date);
    }

    static Holiday last(DayOfWeek weekday, Month month) {
        return new Holiday(
                year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(weekday)), date -> date);
    }

    /// So many days after Easter Sunday, or before it where negative.
    static Holiday easter(int days) {
        return new Holiday(year -> Easter.sunday(year).plusDays(days), date -> date);
    }

    /// The Tuesday after the first Monday of November, each year.
    static Holiday electionDay() {
        return new Holiday(
                year -> LocalDate.of(year, Month.NOVEMBER, 1)
                        .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))
                        .plusDays(1),
                date -> date);
    }

    /// The day after it.
    Holiday dayAfter() {
        return new Holiday(year -> day.apply(year).plusDays(1), observance);
    }

    /// From Saturday to Friday, from Sunday to Monday, as federal offices of the US do (5 U.S.C. 6103).
    Holiday observedOnNearestWeekday() {
        return new Holiday(day, date -> switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> date;
        });
    }

    /// From Sunday to Monday.
    Holiday observedOnMonday() {
        return new Holiday(day, date -> date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.plusDays(1) : date);
    }

    /// From any other day of the week to the Monday of that week, from the weekend to the next one.
    Holiday observedOnClosestMonday() {
        return new Holiday(day, date -> switch (date.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> date.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY ->
                date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        });
    }

    /// From the weekend to the Monday after it.
    Holiday observedAfterWeekend() {
        return new Holiday(day, date -> switch (date.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> date.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> date;
        });
    }

    /// From the weekend two days on: the first of two days in a row leaves the Monday to the second.
    Holiday observedTwoDaysAfterWeekend() {
        return new Holiday(day, date -> switch (date.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> date.plusDays(2);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> date;
        });
    }

    /// Also asked of the years around it: New Year's Day may be observed on the last of December.
    boolean isOn(LocalDate date) {
        return IntStream.rangeClosed(date.getYear() - 1, date.getYear() + 1)
                .mapToObj(day)
                .anyMatch(actual ->
                        actual.equals(date) || observance.apply(actual).equals(date));
    }
}
