package outdial.rules;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outdial.hours.DailyHours;
import outdial.hours.HolidayCalendar;

/// One line of the rules' file. Cells with several values have spaces between them.
record RuleLine(List<String> cells) {
    private static final int COLUMNS = 14;

    static RuleLine of(String line) {
        List<String> cells = List.of(line.split(",", -1));
        if (cells.size() != COLUMNS)
            throw new IllegalArgumentException("a rule has " + COLUMNS + " cells, was " + line);
        return new RuleLine(cells);
    }

    /// One rule from its lines.
    static Rule rule(List<RuleLine> lines) {
        RuleLine first = lines.getFirst();
        return new Rule(
                first.id(),
                new Region(first.cells.get(1)),
                first.purposes(),
                first.each(9, LocalDate::parse).stream().findFirst(),
                new Limits(
                        lines.stream().map(RuleLine::hours).toList(),
                        HolidayCalendar.valueOf(first.cells.get(6)),
                        first.each(7, RuleLine::cap),
                        first.each(8, RuleLine::quiet)),
                evidence(lines));
    }

    /// As weak as the weakest line.
    private static Rule.Evidence evidence(List<RuleLine> lines) {
        return new Rule.Evidence(
                lines.stream()
                        .map(RuleLine::confidence)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                lines.stream().map(line -> line.cells.get(12)).distinct().collect(Collectors.joining("; ")),
                lines.getFirst().cells.get(11));
    }

    String id() {
        return cells.getFirst();
    }

    private Set<Purpose> purposes() {
        if (cells.get(2).equals("ALL")) return EnumSet.allOf(Purpose.class);
        return Set.copyOf(each(2, Purpose::valueOf));
    }

    private DailyHours hours() {
        return new DailyHours(days(cells.get(3)), LocalTime.parse(cells.get(4)), LocalTime.parse(cells.get(5)));
    }

    /// `SAT` or `MON-FRI`.
    private static Set<DayOfWeek> days(String text) {
        List<DayOfWeek> ends = Arrays.stream(text.split("-")).map(RuleLine::day).toList();
        return EnumSet.range(ends.getFirst(), ends.getLast());
    }

    private static DayOfWeek day(String text) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().startsWith(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no weekday: " + text));
    }

    /// `3/PT24H`.
    private static Cap cap(String text) {
        int slash = text.indexOf('/');
        return new Cap(Integer.parseInt(text, 0, slash, 10), Duration.parse(text.substring(slash + 1)));
    }

    /// `REFUSAL/P60D`.
    private static Quiet quiet(String text) {
        int slash = text.indexOf('/');
        return new Quiet(Quiet.Event.valueOf(text.substring(0, slash)), Duration.parse(text.substring(slash + 1)));
    }

    private Confidence confidence() {
        return Stream.of(Confidence.values())
                .filter(confidence -> confidence.mark().equals(cells.get(10)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no mark: " + cells.get(10)));
    }

    private <T> List<T> each(int column, Function<String, T> reading) {
        return Stream.of(cells.get(column).split(" "))
                .filter(text -> !text.isEmpty())
                .map(reading)
                .collect(Collectors.toUnmodifiableList());
    }
}
