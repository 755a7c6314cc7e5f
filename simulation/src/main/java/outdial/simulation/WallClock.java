package outdial.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import outdial.hours.DailyHours;
import outdial.hours.Window;
import outdial.simulation.Statutes.Statute;

/// Says whether somebody may be called by looking at the wall clocks, and nothing else: a second opinion that
/// shares no code with the first.
///
/// @param window the campaign's own, if it has one
/// @param law what counts for the contact
/// @param zones every one the contact may be in
/// @param closedTo the last dates on which nobody there is called, whatever the rules say
record WallClock(Optional<Window> window, List<Statute> law, List<ZoneId> zones, List<LocalDate> closedTo) {
    WallClock {
        law = List.copyOf(law);
        zones = List.copyOf(zones);
        closedTo = List.copyOf(closedTo);
    }

    boolean isOpen(Instant at) {
        boolean bounded = window.isPresent() || !law.isEmpty();
        return bounded
                && window.filter(own -> !isOpen(own, at)).isEmpty()
                && closedTo.stream().noneMatch(last -> isBlocked(last, at))
                && law.stream().allMatch(statute -> isOpen(statute, at));
    }

    private boolean isOpen(Statute statute, Instant at) {
        return isOpen(statute.hours(), date -> Almanac.isHoliday(statute.holidays(), date), zones, at);
    }

    private boolean isBlocked(LocalDate last, Instant at) {
        return zones.stream().anyMatch(zone -> !at.atZone(zone).toLocalDate().isAfter(last));
    }

    private boolean isOpen(Window own, Instant at) {
        List<ZoneId> clocks = switch (own.zone()) {
            case Window.Zone.Fixed(ZoneId zone) -> List.of(zone);
            case Window.Zone.ContactLocal() -> zones;
        };
        return isOpen(own.hours(), date -> own.holidays().contains(date), clocks, at);
    }

    private static boolean isOpen(
            List<DailyHours> hours, Predicate<LocalDate> closed, List<ZoneId> clocks, Instant at) {
        return !clocks.isEmpty() && clocks.stream().map(at::atZone).allMatch(there -> isOpen(hours, closed, there));
    }

    private static boolean isOpen(List<DailyHours> hours, Predicate<LocalDate> closed, ZonedDateTime there) {
        LocalDate today = there.toLocalDate();
        boolean afterHoliday = closed.test(today.minusDays(1));
        return !closed.test(today) && hours.stream().anyMatch(daily -> isWithin(daily, there, afterHoliday));
    }

    /// @param afterHoliday the night that began yesterday is over
    private static boolean isWithin(DailyHours hours, ZonedDateTime there, boolean afterHoliday) {
        LocalTime time = there.toLocalTime();
        DayOfWeek today = there.getDayOfWeek();
        boolean begun = !time.isBefore(hours.start());
        boolean over = !time.isBefore(hours.end());
        if (hours.start().isBefore(hours.end())) return hours.days().contains(today) && begun && !over;
        boolean sinceToday = hours.days().contains(today) && begun;
        boolean sinceYesterday = !afterHoliday && hours.days().contains(today.minus(1)) && !over;
        return sinceToday || sinceYesterday;
    }
}
