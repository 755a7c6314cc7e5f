package outdial.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/// Hours of the wall clock from `start` (inclusive) to `end` (exclusive) on each of `days`. An `end` at or
/// before `start` is on the following day, and the hours after midnight belong to the day they began on; so
/// from midnight to midnight is the whole day.
public record DailyHours(Set<DayOfWeek> days, LocalTime start, LocalTime end) {
    public DailyHours {
        days = Set.copyOf(days);
        if (days.isEmpty()) throw new IllegalArgumentException("hours need at least one weekday");
    }

    boolean beginOn(LocalDate date) {
        return days.contains(date.getDayOfWeek());
    }

    LocalDateTime beginning(LocalDate date) {
        return date.atTime(start);
    }

    LocalDateTime ending(LocalDate date) {
        return (end.isAfter(start) ? date : date.plusDays(1)).atTime(end);
    }
}
