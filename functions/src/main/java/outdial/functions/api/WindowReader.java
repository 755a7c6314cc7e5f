package outdial.functions.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import outdial.hours.DailyHours;
import outdial.hours.Window;

/// Reads a window: `hours` with several spans, or one span as `days`, `start` and `end` of the window itself.
final class WindowReader {
    static final String[] FIELDS = {"timeZone", "hours", "holidays", "days", "start", "end"};

    /// A call rings for up to a minute and must not ring past the end: a shorter window might never open.
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    private static final int DAYS = 7;
    private static final int MOST_SPANS = 28;
    private static final int MOST_HOLIDAYS = 200;
    private static final int LONGEST_ZONE = 60;
    private static final int LONGEST_TIME = 20;

    private WindowReader() {}

    static Window read(Fields fields) {
        Window.Zone zone = zone(fields);
        return new Window(zone, hours(fields), holidays(fields));
    }

    private static Window.Zone zone(Fields fields) {
        String name = fields.text("timeZone", LONGEST_ZONE);
        if (name.equals(WindowJson.CONTACT_LOCAL)) return new Window.Zone.ContactLocal();
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw fields.refused(
                    "timeZone",
                    "must be a zone of the IANA list such as America/New_York, or " + WindowJson.CONTACT_LOCAL);
        }
        return new Window.Zone.Fixed(ZoneId.of(name));
    }

    private static List<DailyHours> hours(Fields fields) {
        if (!fields.has("hours")) return List.of(span(fields));
        for (String single : List.of("days", "start", "end")) {
            if (fields.has(single)) throw fields.refused(single, "belongs into each of hours where there are hours");
        }
        List<DailyHours> hours = fields.list("hours", MOST_SPANS, WindowReader::span);
        if (hours.isEmpty()) throw fields.missing("hours");
        Overlaps.find(hours).ifPresent(two -> {
            throw fields.refused("hours[" + two.later() + "]", "overlaps hours[" + two.earlier() + "] on " + two.day());
        });
        return hours;
    }

    private static DailyHours span(String field, JsonNode node) {
        return span(Fields.of(node, field, "days", "start", "end"));
    }

    private static DailyHours span(Fields fields) {
        Set<DayOfWeek> days = new HashSet<>(fields.list(
                "days",
                DAYS,
                (field, day) -> Fields.choiceOf(field, day.asText(), WindowJson.Day.class)
                        .dayOfWeek()));
        if (days.isEmpty()) throw fields.missing("days");
        LocalTime start = time(fields, "start");
        LocalTime end = time(fields, "end");
        checkLength(fields, start, end);
        return new DailyHours(days, start, end);
    }

    private static LocalTime time(Fields fields, String name) {
        try {
            return LocalTime.parse(fields.text(name, LONGEST_TIME), WindowJson.HOUR);
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

    private static SortedSet<LocalDate> holidays(Fields fields) {
        SortedSet<LocalDate> dates = new TreeSet<>();
        fields.list("holidays", MOST_HOLIDAYS, (field, text) -> {
            LocalDate date =
                    date(text.asText(), () -> Refusal.invalid(field, field + " must be a date such as 2026-12-25."));
            if (!dates.add(date)) throw Refusal.invalid(field, field + " is there twice: " + date + ".");
            return date;
        });
        return dates;
    }

    static LocalDate date(String text, Supplier<Refusal> otherwise) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw otherwise.get();
        }
    }
}
