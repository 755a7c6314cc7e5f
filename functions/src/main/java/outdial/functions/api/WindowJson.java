package outdial.functions.api;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import outdial.hours.DailyHours;
import outdial.hours.Window;

/// A weekly window: `days` as MON to SUN, `start` and `end` as 24-hour HH:mm on the wall clock of `timeZone`.
record WindowJson(String timeZone, List<Day> days, String start, String end) {
    /// A call rings for up to a minute and must not ring past the end: a shorter window might never open.
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final int DAYS = 7;
    private static final int LONGEST_ZONE = 60;
    private static final int LONGEST_TIME = 20;

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
        DailyHours hours = window.hours().getFirst();
        List<Day> days = Arrays.stream(Day.values())
                .filter(day -> hours.days().contains(day.dayOfWeek()))
                .toList();
        return new WindowJson(
                zone(window.zone()),
                days,
                hours.start().format(HOUR),
                hours.end().format(HOUR));
    }

    static Window read(Fields fields) {
        Set<DayOfWeek> days = new HashSet<>(fields.list(
                "days",
                DAYS,
                (field, day) -> Fields.choiceOf(field, day.asText(), Day.class).dayOfWeek()));
        if (days.isEmpty()) throw fields.missing("days");
        ZoneId zone = zone(fields);
        LocalTime start = time(fields, "start");
        LocalTime end = time(fields, "end");
        checkLength(fields, start, end);
        return Window.weekly(zone, new DailyHours(days, start, end));
    }

    private static String zone(Window.Zone zone) {
        return switch (zone) {
            case Window.Zone.Fixed(ZoneId id) -> id.getId();
            case Window.Zone.ContactLocal() -> "CONTACT_LOCAL";
        };
    }

    private static ZoneId zone(Fields fields) {
        String name = fields.text("timeZone", LONGEST_ZONE);
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw fields.refused("timeZone", "must be a zone of the IANA list such as America/New_York");
        }
        return ZoneId.of(name);
    }

    private static LocalTime time(Fields fields, String name) {
        try {
            return LocalTime.parse(fields.text(name, LONGEST_TIME), HOUR);
        } catch (DateTimeParseException _) {
            throw fields.refused(name, "must be a time of day such as 09:00 or 17:30");
        }
    }

    /// Start and end at the same time are a whole day.
    private static void checkLength(Fields fields, LocalTime start, LocalTime end) {
        Duration length = Duration.between(start, end);
        if (!length.isNegative() && !length.isZero() && length.compareTo(SHORTEST) < 0) {
            throw fields.refused("end", "must be at least " + SHORTEST.toMinutes() + " minutes after start");
        }
    }
}
