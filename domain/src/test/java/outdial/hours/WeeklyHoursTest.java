package outdial.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WeeklyHoursTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Duration RINGING = Duration.ofSeconds(30);

    private final WeeklyHours office = window(WEEKDAYS, "09:00", "17:00");

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
        WeeklyHours night = window(Set.of(DayOfWeek.FRIDAY), "20:00", "02:00");

        assertThat(open(night, "2026-03-06T06:30:00Z")).isFalse();
        assertThat(open(night, "2026-03-07T01:00:00Z")).isTrue();
        assertThat(open(night, "2026-03-07T06:59:59Z")).isTrue();
        assertThat(open(night, "2026-03-07T07:00:00Z")).isFalse();
        assertThat(next(night, "2026-03-07T07:00:00Z")).isEqualTo("2026-03-14T00:00:00Z");
    }

    @Test
    void an_end_at_the_start_is_a_whole_day() {
        WeeklyHours always = window(EnumSet.allOf(DayOfWeek.class), "00:00", "00:00");

        assertThat(open(always, "2026-03-02T04:59:59Z")).isTrue();
        assertThat(open(always, "2026-03-02T05:00:00Z")).isTrue();
    }

    @Test
    void a_week_without_pause_does_not_close_at_midnight() {
        WeeklyHours always = window(EnumSet.allOf(DayOfWeek.class), "00:00", "00:00");

        assertThat(always.isOpen(Instant.parse("2026-03-02T04:59:45Z"), RINGING))
                .isTrue();
        assertThat(always.isOpen(Instant.parse("2026-11-01T05:59:45Z"), Duration.ofDays(3)))
                .isTrue();
        assertThat(next(always, "2026-03-02T04:59:45Z")).isEqualTo("2026-03-02T04:59:45Z");
    }

    @Test
    void hours_that_touch_or_overlap_are_one_stretch() {
        WeeklyHours day = hours(
                NEW_YORK,
                hours(WEEKDAYS, "09:00", "13:00"),
                hours(WEEKDAYS, "12:00", "15:00"),
                hours(WEEKDAYS, "15:00", "17:00"),
                hours(WEEKDAYS, "10:00", "11:00"));

        assertThat(day.isOpen(Instant.parse("2026-03-02T14:00:00Z"), Duration.ofMinutes(479)))
                .isTrue();
        assertThat(day.isOpen(Instant.parse("2026-03-02T14:00:00Z"), Duration.ofHours(8)))
                .isFalse();
    }

    @Test
    void between_two_stretches_of_a_day_it_is_closed() {
        WeeklyHours paris =
                hours(ZoneId.of("Europe/Paris"), hours(WEEKDAYS, "10:00", "13:00"), hours(WEEKDAYS, "14:00", "20:00"));

        assertThat(open(paris, "2026-03-02T11:59:59Z")).isTrue();
        assertThat(open(paris, "2026-03-02T12:00:00Z")).isFalse();
        assertThat(next(paris, "2026-03-02T11:59:40Z")).isEqualTo("2026-03-02T13:00:00Z");
        assertThat(next(paris, "2026-03-06T19:00:00Z")).isEqualTo("2026-03-09T09:00:00Z");
    }

    @Test
    void a_holiday_is_closed_from_midnight_to_midnight() {
        WeeklyHours nights = new WeeklyHours(
                NEW_YORK,
                List.of(hours(EnumSet.allOf(DayOfWeek.class), "20:00", "02:00")),
                Holidays.on(Set.of(LocalDate.parse("2026-03-04"))));

        assertThat(open(nights, "2026-03-04T04:59:59Z")).isTrue();
        assertThat(open(nights, "2026-03-04T05:00:00Z")).isFalse();
        assertThat(open(nights, "2026-03-05T04:59:59Z")).isFalse();
        assertThat(next(nights, "2026-03-04T04:59:45Z")).isEqualTo("2026-03-06T01:00:00Z");
    }

    @Test
    void what_does_not_open_within_400_days_does_not_open() {
        WeeklyHours closed = new WeeklyHours(NEW_YORK, List.of(hours(WEEKDAYS, "09:00", "17:00")), date -> true);
        WeeklyHours closedFor = new WeeklyHours(
                NEW_YORK,
                List.of(hours(WEEKDAYS, "09:00", "17:00")),
                date -> date.isBefore(LocalDate.parse("2027-04-02")));

        assertThat(closed.nextOpening(Instant.parse("2026-03-02T14:00:00Z"), RINGING))
                .isEmpty();
        assertThat(next(closedFor, "2026-03-02T14:00:00Z")).isEqualTo("2027-04-02T13:00:00Z");
        assertThat(closedFor.nextOpening(Instant.parse("2026-02-23T14:00:00Z"), RINGING))
                .isEmpty();
    }

    @Test
    void an_edge_that_the_clock_skips_is_the_moment_after_the_gap() {
        WeeklyHours early = window(Set.of(DayOfWeek.SUNDAY), "02:30", "05:00");
        WeeklyHours late = window(Set.of(DayOfWeek.SUNDAY), "01:00", "02:30");

        assertThat(next(early, "2026-03-08T00:00:00Z")).isEqualTo("2026-03-08T07:00:00Z");
        assertThat(open(late, "2026-03-08T06:59:59Z")).isTrue();
        assertThat(open(late, "2026-03-08T07:00:00Z")).isFalse();
    }

    @Test
    void of_an_edge_that_the_clock_repeats_the_later_starts_and_the_earlier_ends() {
        WeeklyHours early = window(Set.of(DayOfWeek.SUNDAY), "01:30", "05:00");
        WeeklyHours late = window(Set.of(DayOfWeek.SUNDAY), "00:00", "01:30");

        assertThat(next(early, "2026-11-01T00:00:00Z")).isEqualTo("2026-11-01T06:30:00Z");
        assertThat(open(late, "2026-11-01T05:29:59Z")).isTrue();
        assertThat(open(late, "2026-11-01T05:30:00Z")).isFalse();
        assertThat(open(late, "2026-11-01T06:15:00Z")).isFalse();
    }

    @Test
    void a_window_that_the_clock_swallows_opens_a_week_later() {
        WeeklyHours swallowed = window(Set.of(DayOfWeek.SUNDAY), "02:10", "02:40");

        assertThat(next(swallowed, "2026-03-01T12:00:00Z")).isEqualTo("2026-03-15T06:10:00Z");
    }

    @Test
    void a_window_shorter_than_the_ringing_never_opens() {
        WeeklyHours blink = window(WEEKDAYS, "09:00", "09:00:20");

        assertThat(blink.isOpen(Instant.parse("2026-03-02T14:00:00Z"), RINGING)).isFalse();
        assertThat(blink.nextOpening(Instant.parse("2026-03-02T14:00:00Z"), RINGING))
                .isEmpty();
    }

    @Test
    void a_window_needs_a_weekday() {
        assertThatThrownBy(() -> window(Set.of(), "09:00", "17:00"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hours need at least one weekday");
    }

    private static WeeklyHours hours(ZoneId zone, DailyHours... hours) {
        return new WeeklyHours(zone, List.of(hours), Holidays.NONE);
    }

    private static DailyHours hours(Set<DayOfWeek> days, String start, String end) {
        return new DailyHours(days, LocalTime.parse(start), LocalTime.parse(end));
    }

    private static WeeklyHours window(Set<DayOfWeek> days, String start, String end) {
        return new WeeklyHours(NEW_YORK, List.of(hours(days, start, end)), Holidays.NONE);
    }

    private static boolean open(WeeklyHours window, String at) {
        return window.isOpen(Instant.parse(at), Duration.ZERO);
    }

    private static Instant next(WeeklyHours window, String at) {
        return window.nextOpening(Instant.parse(at), RINGING).orElseThrow();
    }
}
