package outdial.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import outdial.hours.DailyHours;
import outdial.hours.Holidays;
import outdial.hours.Window;
import outdial.rules.Rule;

/// Says whether somebody may be called by looking at the wall clocks, and nothing else: a second opinion that shares no
/// code with the first.
///
/// @param window the campaign's own, if it has one
/// @param rules those of the law that count for the contact
/// @param zones every one the contact may be in
record WallClock(Optional<Window> window, List<Rule> rules, List<ZoneId> zones) {
    WallClock {
        rules = List.copyOf(rules);
        zones = List.copyOf(zones);
    }

    boolean isOpen(Instant at) {
        boolean bounded = window.isPresent() || !rules.isEmpty();
        return bounded
                && window.filter(own -> !isOpen(own, at)).isEmpty()
                && rules.stream()
                        .allMatch(rule ->
                                isOpen(rule.limits().hours(), rule.limits().closed(), zones, at));
    }

    private boolean isOpen(Window own, Instant at) {
        List<ZoneId> clocks = switch (own.zone()) {
            case Window.Zone.Fixed(ZoneId zone) -> List.of(zone);
            case Window.Zone.ContactLocal() -> zones;
        };
        return isOpen(own.hours(), Holidays.on(own.holidays()), clocks, at);
    }

    private static boolean isOpen(List<DailyHours> hours, Holidays closed, List<ZoneId> clocks, Instant at) {
        return !clocks.isEmpty() && clocks.stream().map(at::atZone).allMatch(there -> isOpen(hours, closed, there));
    }

    private static boolean isOpen(List<DailyHours> hours, Holidays closed, ZonedDateTime there) {
        return !closed.include(there.toLocalDate()) && hours.stream().anyMatch(daily -> isWithin(daily, there));
    }

    private static boolean isWithin(DailyHours hours, ZonedDateTime there) {
        LocalTime time = there.toLocalTime();
        DayOfWeek today = there.getDayOfWeek();
        boolean begun = !time.isBefore(hours.start());
        boolean over = !time.isBefore(hours.end());
        if (hours.start().isBefore(hours.end())) return hours.days().contains(today) && begun && !over;
        boolean sinceToday = hours.days().contains(today) && begun;
        boolean sinceYesterday = hours.days().contains(today.minus(1)) && !over;
        return sinceToday || sinceYesterday;
    }
}
