package outdial.functions.dynamo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outdial.hours.DailyHours;
import outdial.hours.Window;

/// The parts of a window as texts of an item.
final class WindowTexts {
    private static final String CONTACT_LOCAL = "CONTACT_LOCAL";

    private WindowTexts() {}

    /// An IANA name, or `CONTACT_LOCAL`.
    static String zone(Window.Zone zone) {
        return switch (zone) {
            case Window.Zone.Fixed(ZoneId id) -> id.getId();
            case Window.Zone.ContactLocal() -> CONTACT_LOCAL;
        };
    }

    static Window.Zone zone(String text) {
        return text.equals(CONTACT_LOCAL) ? new Window.Zone.ContactLocal() : new Window.Zone.Fixed(ZoneId.of(text));
    }

    /// Such as `09:00 17:00 MONDAY FRIDAY`, with every day of it.
    static String hours(DailyHours hours) {
        return Stream.concat(
                        Stream.of(hours.start().toString(), hours.end().toString()),
                        hours.days().stream().sorted().map(DayOfWeek::name))
                .collect(Collectors.joining(" "));
    }

    static DailyHours hours(String text) {
        List<String> parts = Arrays.asList(text.split(" "));
        return new DailyHours(
                parts.stream().skip(2).map(DayOfWeek::valueOf).collect(Collectors.toUnmodifiableSet()),
                LocalTime.parse(parts.get(0)),
                LocalTime.parse(parts.get(1)));
    }
}
