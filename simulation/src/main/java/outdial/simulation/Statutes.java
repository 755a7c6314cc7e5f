package outdial.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import outdial.hours.DailyHours;
import outdial.rules.Cap;
import outdial.rules.Quiet;
import outdial.rules.Rulebook;

/// The rules of the law as `calling-rules.csv` has them, in a reading of their own.
final class Statutes {
    private static final String CONFIRMED = "C";

    private Statutes() {}

    /// @param purposes `ALL`, or their names
    /// @param holidays the name of a calendar in the [Almanac]
    record Statute(
            String id,
            String region,
            List<String> purposes,
            List<DailyHours> hours,
            String holidays,
            Limits limits,
            Binding binding) {
        boolean isFor(String purpose) {
            return purposes.contains("ALL") || purposes.contains(purpose);
        }
    }

    record Limits(List<Cap> caps, List<Quiet> quiets) {}

    /// @param from empty, or the date from which it binds
    record Binding(String from, boolean confirmed) {
        boolean hasCome(LocalDate date) {
            return from.isEmpty() || !date.isBefore(LocalDate.parse(from));
        }
    }

    /// Lines of the same id are one statute with several hours.
    static List<Statute> read() {
        Map<String, List<String[]>> byId = new LinkedHashMap<>();
        for (String line : lines()) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("id"))
                byId.computeIfAbsent(cells[0], _ -> new ArrayList<>()).add(cells);
        }
        return byId.values().stream().map(Statutes::statute).toList();
    }

    private static Statute statute(List<String[]> lines) {
        String[] first = lines.getFirst();
        return new Statute(
                first[0],
                first[1],
                List.of(first[2].split(" ")),
                lines.stream().map(Statutes::hours).toList(),
                first[6],
                new Limits(
                        words(first[7]).map(Statutes::cap).toList(),
                        words(first[8]).map(Statutes::quiet).toList()),
                new Binding(first[9], lines.stream().allMatch(line -> line[10].equals(CONFIRMED))));
    }

    private static DailyHours hours(String[] cells) {
        List<DayOfWeek> days = Arrays.asList(DayOfWeek.values());
        String[] ends = cells[3].split("-", -1);
        List<String> names =
                days.stream().map(day -> day.name().substring(0, 3)).toList();
        int first = names.indexOf(ends[0]);
        int last = names.indexOf(ends[ends.length - 1]);
        return new DailyHours(
                Set.copyOf(days.subList(first, last + 1)), LocalTime.parse(cells[4]), LocalTime.parse(cells[5]));
    }

    private static Cap cap(String text) {
        String[] parts = text.split("/", -1);
        return new Cap(Integer.parseInt(parts[0]), Duration.parse(parts[1]));
    }

    private static Quiet quiet(String text) {
        String[] parts = text.split("/", -1);
        return new Quiet(Quiet.Event.valueOf(parts[0]), Duration.parse(parts[1]));
    }

    private static Stream<String> words(String cell) {
        return Stream.of(cell.split(" ")).filter(word -> !word.isEmpty());
    }

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Rulebook.class.getResourceAsStream("calling-rules.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
