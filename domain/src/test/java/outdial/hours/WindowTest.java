package outdial.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outdial.property.Seeds;

final class WindowTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Duration RINGING = Duration.ofSeconds(30);

    /// Clocks that change at one, two or midnight, by an hour or half an hour, in both directions, and one that never
    /// does.
    private static final List<ZoneId> ZONES = Stream.of(
                    "America/New_York",
                    "Europe/London",
                    "Australia/Lord_Howe",
                    "America/Havana",
                    "America/Santiago",
                    "Africa/Cairo",
                    "Asia/Kolkata",
                    "Pacific/Apia")
            .map(ZoneId::of)
            .toList();

    private final Window office = window(WEEKDAYS, "09:00", "17:00");

    @Test
    void it_is_open_from_its_start_until_before_its_end() {
        assertThat(open(office, "2026-03-02T13:59:59.999Z")).isFalse();
        assertThat(open(office, "2026-03-02T14:00:00Z")).isTrue();
        assertThat(open(office, "2026-03-02T21:59:59.999Z")).isTrue();
        assertThat(open(office, "2026-03-02T22:00:00Z")).isFalse();
    }

    @Test
    void it_is_closed_on_other_days() {
        assertThat(open(office, "2026-03-01T17:00:00Z")).isFalse();
        assertThat(open(office, "2026-03-07T17:00:00Z")).isFalse();
    }

    @Test
    void nobody_rings_past_its_end() {
        assertThat(office.isOpen(Instant.parse("2026-03-02T21:59:29.999Z"), RINGING))
                .isTrue();
        assertThat(office.isOpen(Instant.parse("2026-03-02T21:59:30Z"), RINGING))
                .isFalse();
    }

    @Test
    void the_next_opening_is_now_while_it_is_open() {
        assertThat(next(office, "2026-03-02T17:00:00Z")).isEqualTo("2026-03-02T17:00:00Z");
    }

    @Test
    void the_next_opening_skips_the_days_between() {
        assertThat(next(office, "2026-03-06T21:59:30Z")).isEqualTo("2026-03-09T13:00:00Z");
    }

    @Test
    void the_hours_after_midnight_belong_to_the_day_they_began_on() {
        Window night = window(Set.of(DayOfWeek.FRIDAY), "20:00", "02:00");

        assertThat(open(night, "2026-03-06T06:30:00Z")).isFalse();
        assertThat(open(night, "2026-03-07T01:00:00Z")).isTrue();
        assertThat(open(night, "2026-03-07T06:59:59Z")).isTrue();
        assertThat(open(night, "2026-03-07T07:00:00Z")).isFalse();
        assertThat(next(night, "2026-03-07T07:00:00Z")).isEqualTo("2026-03-14T00:00:00Z");
    }

    @Test
    void an_end_at_the_start_is_a_whole_day() {
        Window always = window(EnumSet.allOf(DayOfWeek.class), "00:00", "00:00");

        assertThat(open(always, "2026-03-02T04:59:59Z")).isTrue();
        assertThat(open(always, "2026-03-02T05:00:00Z")).isTrue();
    }

    @Test
    void an_edge_that_the_clock_skips_is_the_moment_after_the_gap() {
        Window early = window(Set.of(DayOfWeek.SUNDAY), "02:30", "05:00");
        Window late = window(Set.of(DayOfWeek.SUNDAY), "01:00", "02:30");

        assertThat(next(early, "2026-03-08T00:00:00Z")).isEqualTo("2026-03-08T07:00:00Z");
        assertThat(open(late, "2026-03-08T06:59:59Z")).isTrue();
        assertThat(open(late, "2026-03-08T07:00:00Z")).isFalse();
    }

    @Test
    void of_an_edge_that_the_clock_repeats_the_later_starts_and_the_earlier_ends() {
        Window early = window(Set.of(DayOfWeek.SUNDAY), "01:30", "05:00");
        Window late = window(Set.of(DayOfWeek.SUNDAY), "00:00", "01:30");

        assertThat(next(early, "2026-11-01T00:00:00Z")).isEqualTo("2026-11-01T06:30:00Z");
        assertThat(open(late, "2026-11-01T05:29:59Z")).isTrue();
        assertThat(open(late, "2026-11-01T05:30:00Z")).isFalse();
        assertThat(open(late, "2026-11-01T06:15:00Z")).isFalse();
    }

    @Test
    void a_window_that_the_clock_swallows_opens_a_week_later() {
        Window swallowed = window(Set.of(DayOfWeek.SUNDAY), "02:10", "02:40");

        assertThat(next(swallowed, "2026-03-01T12:00:00Z")).isEqualTo("2026-03-15T06:10:00Z");
    }

    @Test
    void a_window_shorter_than_the_ringing_never_opens() {
        Window blink = window(WEEKDAYS, "09:00", "09:00:20");

        assertThat(blink.isOpen(Instant.parse("2026-03-02T14:00:00Z"), RINGING)).isFalse();
        assertThatThrownBy(() -> blink.nextOpening(Instant.parse("2026-03-02T14:00:00Z"), RINGING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not open within 15 days");
    }

    @Test
    void a_window_needs_a_weekday() {
        assertThatThrownBy(() -> window(Set.of(), "09:00", "17:00"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a window needs at least one weekday");
    }

    /// Whenever it is open, the wall clock is within its hours; and the other way round, unless an edge is repeated.
    @Test
    void it_is_open_when_the_wall_clock_says_so() {
        Seeds.each(300, dice -> {
            Window window = anyWindow(dice);
            Instant at = anyMinute(dice, window.zone());
            for (int minute = 0; minute < 60; minute++, at = at.plusSeconds(60)) {
                boolean wallClock = wallClockIsWithin(window, at);
                boolean open = window.isOpen(at, Duration.ZERO);
                assertThat(open && !wallClock).as(window + " open at " + at).isFalse();
                if (!hasRepeatedEdge(window, at)) {
                    assertThat(open).as(window + " at " + at).isEqualTo(wallClock);
                }
            }
        });
    }

    @Test
    void the_next_opening_is_the_first_minute_in_which_it_is_open() {
        Seeds.each(60, dice -> {
            Window window = anyWindow(dice);
            Instant at = anyMinute(dice, window.zone());
            Duration margin = Duration.ofMinutes(dice.nextInt(3));

            Instant expected = at;
            while (!window.isOpen(expected, margin)) expected = expected.plusSeconds(60);

            assertThat(window.nextOpening(at, margin))
                    .as(window + " from " + at)
                    .isEqualTo(expected);
        });
    }

    @Test
    void who_may_ring_for_a_while_may_ring_all_that_while() {
        Seeds.each(200, dice -> {
            Window window = anyWindow(dice);
            Instant at = anyMinute(dice, window.zone());
            if (!window.isOpen(at, Duration.ofMinutes(10))) return;

            for (int minute = 0; minute <= 10; minute++) {
                assertThat(wallClockIsWithin(window, at.plusSeconds(60L * minute)))
                        .as(window + " at " + at)
                        .isTrue();
            }
        });
    }

    private static boolean wallClockIsWithin(Window window, Instant at) {
        LocalDateTime wall = at.atZone(window.zone()).toLocalDateTime();
        return days(at, window)
                .anyMatch(date -> window.days().contains(date.getDayOfWeek())
                        && !wall.isBefore(date.atTime(window.start()))
                        && wall.isBefore(closing(window, date)));
    }

    private static boolean hasRepeatedEdge(Window window, Instant at) {
        return days(at, window)
                .flatMap(date -> Stream.of(date.atTime(window.start()), closing(window, date)))
                .anyMatch(edge -> window.zone().getRules().getValidOffsets(edge).size() > 1);
    }

    private static Stream<LocalDate> days(Instant at, Window window) {
        LocalDate today = at.atZone(window.zone()).toLocalDate();
        return Stream.of(today.minusDays(2), today.minusDays(1), today);
    }

    private static LocalDateTime closing(Window window, LocalDate date) {
        LocalDate day = window.end().isAfter(window.start()) ? date : date.plusDays(1);
        return day.atTime(window.end());
    }

    private static Window anyWindow(Random dice) {
        ZoneId zone = ZONES.get(dice.nextInt(ZONES.size()));
        EnumSet<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + dice.nextInt(7)));
        for (int more = dice.nextInt(6); more > 0; more--) days.add(DayOfWeek.of(1 + dice.nextInt(7)));
        return new Window(zone, days, anyTime(dice), anyTime(dice));
    }

    /// Half of them in the hours in which clocks change.
    private static LocalTime anyTime(Random dice) {
        int minutes = dice.nextBoolean() ? dice.nextInt(4 * 60) : dice.nextInt(24 * 60);
        return LocalTime.MIDNIGHT.plusMinutes(minutes - minutes % 5);
    }

    /// Half of them near a change of the clock.
    private static Instant anyMinute(Random dice, ZoneId zone) {
        Instant any = Instant.parse("2025-01-01T00:00:00Z").plus(dice.nextInt(2 * 365 * 24 * 60), ChronoUnit.MINUTES);
        var change = zone.getRules().nextTransition(any);
        if (change == null || dice.nextBoolean()) return any;
        return change.getInstant().plus(dice.nextInt(48 * 60) - 24 * 60L, ChronoUnit.MINUTES);
    }

    private static Window window(Set<DayOfWeek> days, String start, String end) {
        return new Window(NEW_YORK, days, LocalTime.parse(start), LocalTime.parse(end));
    }

    private static boolean open(Window window, String at) {
        return window.isOpen(Instant.parse(at), Duration.ZERO);
    }

    private static Instant next(Window window, String at) {
        return window.nextOpening(Instant.parse(at), RINGING);
    }
}
