package outdial.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outdial.property.Seeds;

/// Hours against an oracle that knows nothing of edges: it looks at the wall clock of every single minute.
final class HoursPropertiesTest {
    private static final List<ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

    /// Whenever it is open, the wall clock is within its hours; and the other way round, unless an edge is
    /// repeated.
    @Test
    void in_every_zone_it_is_open_when_the_wall_clock_says_so() {
        for (int seed = 0; seed < ZONES.size(); seed++) {
            ZoneId zone = ZONES.get(seed);
            Seeds.run(seed, dice -> isOpenWhenTheWallClockSaysSo(anyWeek(dice, zone), anyMinute(dice, zone)));
        }
    }

    private static void isOpenWhenTheWallClockSaysSo(WeeklyHours week, Instant from) {
        for (int minute = 0; minute < 300; minute++) {
            Instant at = from.plus(minute, ChronoUnit.MINUTES);
            boolean open = week.isOpen(at, Duration.ZERO);
            boolean wallClock = wallClockIsWithin(week, at);
            if (open != wallClock && (open || !hasRepeatedEdge(week, at))) throw wrong(week, at, open);
        }
    }

    @Test
    void the_next_opening_is_the_first_minute_that_is_open_for_as_long_as_it_rings() {
        Seeds.each(200, dice -> {
            WeeklyHours week = anyWeek(dice, ZONES.get(dice.nextInt(ZONES.size())));
            theNextOpeningIsTheFirstOpenMinute(week, List.of(week), dice);
        });
    }

    @Test
    void the_next_opening_of_several_is_the_first_minute_in_which_all_are_open() {
        Seeds.each(100, dice -> {
            List<WeeklyHours> weeks = new ArrayList<>();
            for (int more = 1 + dice.nextInt(3); more >= 0; more--) {
                weeks.add(anyWeek(dice, ZONES.get(dice.nextInt(ZONES.size()))));
            }
            theNextOpeningIsTheFirstOpenMinute(Hours.allOf(weeks), weeks, dice);
        });
    }

    @Test
    void who_looks_less_far_ahead_finds_the_same_opening_or_none() {
        Seeds.each(200, dice -> {
            List<Hours> weeks = new ArrayList<>();
            for (int more = dice.nextInt(3); more >= 0; more--)
                weeks.add(anyWeek(dice, ZONES.get(dice.nextInt(ZONES.size()))));
            Instant at = anyMinute(dice, ZONES.getFirst());
            Duration margin = Duration.ofMinutes(dice.nextInt(4));
            Duration ahead = Duration.ofMinutes(dice.nextInt(dice.nextBoolean() ? 60 : 20_000));
            weeks.add(new ClosedUntil(at.plus(dice.nextInt(3_000), ChronoUnit.MINUTES)));
            Hours hours = Hours.allOf(weeks);

            assertThat(hours.nextOpening(at, margin, ahead))
                    .as(hours + " from " + at + " for " + ahead)
                    .isEqualTo(hours.nextOpening(at, margin).filter(opening -> !opening.isAfter(at.plus(ahead))));
        });
    }

    /// Looks at no more than the next two days: most weeks open by then, and the others must not.
    private static void theNextOpeningIsTheFirstOpenMinute(Hours hours, List<WeeklyHours> weeks, Random dice) {
        Instant at = anyMinute(dice, weeks.getFirst().zone());
        int margin = dice.nextInt(4);
        Optional<Instant> found = hours.nextOpening(at, Duration.ofMinutes(margin));
        int openFor = 0;
        for (int minute = 0; minute <= 2 * 24 * 60; minute++) {
            Instant now = at.plus(minute, ChronoUnit.MINUTES);
            boolean open = weeks.stream().allMatch(week -> week.isOpen(now, Duration.ZERO));
            openFor = open ? openFor + 1 : 0;
            if (openFor <= margin) continue;
            assertThat(found).as(hours + " from " + at).contains(now.minus(margin, ChronoUnit.MINUTES));
            return;
        }
        Instant end = at.plus(2 * 24 * 60 - margin, ChronoUnit.MINUTES);
        assertThat(found.filter(end::isAfter)).as(hours + " from " + at).isEmpty();
    }

    private static AssertionError wrong(WeeklyHours week, Instant at, boolean open) {
        return new AssertionError(week + (open ? " open" : " closed") + " at " + at);
    }

    private static boolean wallClockIsWithin(WeeklyHours week, Instant at) {
        LocalDateTime wall = at.atZone(week.zone()).toLocalDateTime();
        if (week.closed().include(wall.toLocalDate())) return false;
        return begun(week, wall).anyMatch(span -> !wall.isBefore(span.from()) && wall.isBefore(span.until()));
    }

    private static boolean hasRepeatedEdge(WeeklyHours week, Instant at) {
        LocalDateTime wall = at.atZone(week.zone()).toLocalDateTime();
        Stream<LocalDateTime> midnights =
                Stream.of(0, 1).map(days -> wall.toLocalDate().plusDays(days).atStartOfDay());
        return Stream.concat(midnights, begun(week, wall).flatMap(span -> Stream.of(span.from(), span.until())))
                .anyMatch(edge -> week.zone().getRules().getValidOffsets(edge).size() > 1);
    }

    private static Stream<WallSpan> begun(WeeklyHours week, LocalDateTime wall) {
        LocalDate today = wall.toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .filter(date -> !week.closed().include(date))
                .flatMap(date -> week.hours().stream()
                        .filter(part -> part.days().contains(date.getDayOfWeek()))
                        .map(part -> new WallSpan(date.atTime(part.start()), end(part, date))));
    }

    private static LocalDateTime end(DailyHours part, LocalDate date) {
        return part.end().isAfter(part.start())
                ? date.atTime(part.end())
                : date.plusDays(1).atTime(part.end());
    }

    private static WeeklyHours anyWeek(Random dice, ZoneId zone) {
        List<DailyHours> hours = new ArrayList<>();
        for (int more = dice.nextInt(3); more >= 0; more--) {
            hours.add(new DailyHours(anyDays(dice), anyTime(dice), anyTime(dice)));
        }
        Set<LocalDate> holidays = new HashSet<>();
        for (int more = dice.nextInt(200); more > 0; more--) {
            holidays.add(LocalDate.parse("2024-01-01").plusDays(dice.nextInt(4 * 365)));
        }
        return new WeeklyHours(zone, hours, Holidays.on(holidays));
    }

    private static Set<DayOfWeek> anyDays(Random dice) {
        EnumSet<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + dice.nextInt(7)));
        for (int more = dice.nextInt(10); more > 0; more--) days.add(DayOfWeek.of(1 + dice.nextInt(7)));
        return days;
    }

    /// Half of them in the hours in which clocks change, many at midnight.
    private static LocalTime anyTime(Random dice) {
        int minutes = dice.nextBoolean() ? dice.nextInt(4 * 60) : dice.nextInt(24 * 60);
        return dice.nextInt(5) == 0 ? LocalTime.MIDNIGHT : LocalTime.MIDNIGHT.plusMinutes(minutes - minutes % 5);
    }

    /// Two in three near a change of the clock.
    private static Instant anyMinute(Random dice, ZoneId zone) {
        Instant any = Instant.parse("2024-01-01T00:00:00Z").plus(dice.nextInt(3 * 365 * 24 * 60), ChronoUnit.MINUTES);
        var change = zone.getRules().nextTransition(any);
        if (change == null || dice.nextInt(3) == 0) return any;
        return change.getInstant().plus(dice.nextInt(24 * 60) - 18 * 60L, ChronoUnit.MINUTES);
    }
}
