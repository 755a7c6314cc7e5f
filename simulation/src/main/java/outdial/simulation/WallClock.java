package outdial.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import outdial.hours.DailyHours;
import outdial.hours.Window;
import outdial.imports.Phones;
import outdial.phone.PhoneNumber;

/// Says whether a window is open by looking at the wall clocks there, and nothing else: a second opinion that shares no
/// code with the first.
final class WallClock {
    private final Phones phones;

    WallClock(Phones phones) {
        this.phones = phones;
    }

    boolean isOpen(Window window, PhoneNumber phone, Instant at) {
        Collection<ZoneId> zones = switch (window.zone()) {
            case Window.Zone.Fixed(ZoneId zone) -> List.of(zone);
            case Window.Zone.ContactLocal() -> zonesOf(phone);
        };
        return !zones.isEmpty() && zones.stream().allMatch(zone -> isOpen(window, at.atZone(zone)));
    }

    private Set<ZoneId> zonesOf(PhoneNumber phone) {
        return phones.zones(phone).stream().map(ZoneId::of).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOpen(Window window, ZonedDateTime there) {
        return !window.holidays().contains(there.toLocalDate())
                && window.hours().stream().anyMatch(hours -> isWithin(hours, there));
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
