package outdial.functions.api;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import outdial.hours.DailyHours;
import outdial.hours.Window;

/// The hours in which a campaign calls, on the wall clock of `timeZone`: an IANA name, or `CONTACT_LOCAL` for each
/// contact's own. `holidays` are absent where there are none.
record WindowJson(String timeZone, List<SpanJson> hours, Optional<List<String>> holidays) {
    static final String CONTACT_LOCAL = "CONTACT_LOCAL";
    static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    /// `days` as MON to SUN, `start` and `end` as 24-hour HH:mm; an end at or before the start is on the next day.
    record SpanJson(List<Day> days, String start, String end) {
        static SpanJson of(DailyHours hours) {
            List<Day> days = Arrays.stream(Day.values())
                    .filter(day -> hours.days().contains(day.dayOfWeek()))
                    .toList();
            return new SpanJson(days, hours.start().format(HOUR), hours.end().format(HOUR));
        }
    }

    /// The days of a week, in the order of `DayOfWeek`.
    enum Day {
        MON,
        TUE,
        WED,
        THU,
        FRI,
        SAT,
        SUN;

        DayOfWeek dayOfWeek() {
            return Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.name().startsWith(name()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static WindowJson of(Window window) {
        List<String> holidays =
                window.holidays().stream().map(LocalDate::toString).toList();
        return new WindowJson(
                zone(window.zone()),
                window.hours().stream().map(SpanJson::of).toList(),
                Optional.of(holidays).filter(dates -> !dates.isEmpty()));
    }

    static Optional<Window> read(Fields body) {
        return body.object("window", WindowReader::read, WindowReader.FIELDS);
    }

    private static String zone(Window.Zone zone) {
        return switch (zone) {
            case Window.Zone.Fixed(ZoneId id) -> id.getId();
            case Window.Zone.ContactLocal() -> CONTACT_LOCAL;
        };
    }
}
