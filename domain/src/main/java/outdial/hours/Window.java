package outdial.hours;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The hours in which a campaign calls: any of `hours` on the wall clocks that `zone` names, but not on
/// `holidays`.
public record Window(Zone zone, List<DailyHours> hours, SortedSet<LocalDate> holidays) {
    public Window {
        hours = List.copyOf(hours);
        holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
        if (hours.isEmpty()) throw new IllegalArgumentException("a window needs hours");
    }

    /// Whose wall clock counts.
    public sealed interface Zone {
        /// This one, wherever the contact is.
        record Fixed(ZoneId id) implements Zone {}

        /// Every one that the contact may live by.
        record ContactLocal() implements Zone {}
    }

    /// These hours of every week in one zone.
    public static Window weekly(ZoneId zone, DailyHours... hours) {
        return new Window(new Zone.Fixed(zone), List.of(hours), Collections.emptySortedSet());
    }

    /// When it is open for a contact who may be in any of `contactZones`: in all of them where those count, so
    /// never where nothing is known of the contact.
    public Hours in(Collection<ZoneId> contactZones) {
        return switch (zone) {
            case Zone.Fixed(ZoneId id) -> weekIn(id);
            case Zone.ContactLocal() ->
                contactZones.isEmpty()
                        ? Hours.NEVER
                        : Hours.allOf(contactZones.stream().map(this::weekIn).toList());
        };
    }

    /// Whether the contact's own time decides.
    public boolean isContactLocal() {
        return zone instanceof Zone.ContactLocal;
    }

    private WeeklyHours weekIn(ZoneId id) {
        return new WeeklyHours(id, hours, Holidays.on(holidays));
    }
}
