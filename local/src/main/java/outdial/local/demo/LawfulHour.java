package outdial.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outdial.functions.phone.NumberingAtlas;
import outdial.functions.phone.NumberingPlans;
import outdial.hours.DailyHours;
import outdial.hours.Window;
import outdial.imports.Phones;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.CallingHours;
import outdial.rules.Purpose;
import outdial.rules.Rulebook;
import outdial.rules.Switches;
import outdial.rules.Terms;

/// Finds an hour at which as many people of a list as possible may be called, by their numbers alone: a list may
/// hold people who are never awake together.
final class LawfulHour {
    /// Longer than a demo, so that its last call rings in time.
    private static final Duration LASTS = Duration.ofMinutes(10);

    private static final Duration STEP = Duration.ofMinutes(30);
    private static final int STEPS = 2 * 24 * 8;

    /// Enough to know where the people of a list are.
    private static final int MOST_BYTES = 4 << 20;

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_CHARACTERS = 30;

    /// The demo's campaign calls round the clock, where the law lets it.
    private static final Window ALWAYS = Window.weekly(
            ZoneOffset.UTC, new DailyHours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));

    private static final Terms TERMS = new Terms(Optional.of(ALWAYS), Purpose.TELEMARKETING, Switches.UNTOUCHED);

    private final NumberingPlans plans = new NumberingPlans();
    private final NumberingAtlas atlas = new NumberingAtlas();

    /// @param people whose numbers were found, and how many of them may be called at that time
    record Choice(Instant at, int people, int callable) {}

    /// `from` itself where all may be called then.
    Choice choose(Path list, Instant from) throws IOException {
        Map<Area, Integer> areas = areas(list);
        int people = areas.values().stream().mapToInt(Integer::intValue).sum();
        return Stream.concat(Stream.of(from), IntStream.range(1, STEPS).mapToObj(step -> halfHour(from, step)))
                .map(at -> new Choice(at, people, callable(areas, at)))
                .reduce((best, next) -> next.callable() > best.callable() ? next : best)
                .orElseThrow();
    }

    /// Whether the law lets the holder of the number be called for a while from `at` on.
    boolean isOpen(PhoneNumber phone, Instant at) {
        return isOpen(atlas.ofNumber(phone), at);
    }

    /// When the holder of the number may be called next.
    Optional<Instant> opening(PhoneNumber phone, Instant from) {
        return Rulebook.shipped().hours(TERMS, atlas.ofNumber(phone), from) instanceof CallingHours.Known known
                ? known.hours().nextOpening(from, LASTS)
                : Optional.empty();
    }

    private static Instant halfHour(Instant from, int step) {
        return from.truncatedTo(ChronoUnit.HOURS).plus(STEP.multipliedBy(step));
    }

    private static int callable(Map<Area, Integer> areas, Instant at) {
        return areas.entrySet().stream()
                .filter(area -> isOpen(area.getKey(), at))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static boolean isOpen(Area area, Instant at) {
        return Rulebook.shipped().hours(TERMS, area, at) instanceof CallingHours.Known known
                && known.hours().isOpen(at, LASTS);
    }

    private Map<Area, Integer> areas(Path list) throws IOException {
        Map<Area, Integer> areas = new HashMap<>();
        try (InputStream bytes = Files.newInputStream(list)) {
            String text = new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            Arrays.stream(text.split("[,;|\t\r\n\"]+"))
                    .filter(LawfulHour::mayBePhone)
                    .flatMap(cell -> phone(cell).stream())
                    .collect(Collectors.toSet())
                    .forEach(phone -> areas.merge(atlas.ofNumber(phone), 1, Integer::sum));
        }
        return areas;
    }

    private static boolean mayBePhone(String cell) {
        return cell.length() <= MOST_CHARACTERS
                && cell.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }

    private Optional<PhoneNumber> phone(String cell) {
        return plans.read(cell, "US") instanceof Phones.Reading.Valid valid
                ? Optional.of(valid.phone())
                : Optional.empty();
    }
}
