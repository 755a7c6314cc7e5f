package outdial.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outdial.hours.Window.Zone;

final class AllHoursTest {
    private static final Duration RINGING = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void without_any_hours_it_is_always_open() {
        assertThat(Hours.allOf(List.of())).isSameAs(Hours.ALWAYS);
        assertThat(Hours.ALWAYS.isOpen(NOON, RINGING)).isTrue();
        assertThat(Hours.ALWAYS.nextOpening(NOON, RINGING)).contains(NOON);
    }

    @Test
    void one_that_never_opens_shuts_all() {
        Hours both = Hours.allOf(List.of(week("UTC", "08:00", "20:00"), Hours.NEVER));

        assertThat(both.isOpen(NOON, RINGING)).isFalse();
        assertThat(both.nextOpening(NOON, RINGING)).isEmpty();
    }

    @Test
    void all_of_one_is_that_one() {
        WeeklyHours week = week("UTC", "08:00", "20:00");

        assertThat(Hours.allOf(List.of(week, week))).isSameAs(week);
    }

    @Test
    void the_zone_that_opens_last_opens_all_and_the_one_that_closes_first_closes_them() {
        Hours coasts = Hours.allOf(
                List.of(week("America/New_York", "08:00", "20:00"), week("America/Los_Angeles", "08:00", "20:00")));

        assertThat(coasts.nextOpening(NOON, RINGING)).contains(Instant.parse("2026-03-02T16:00:00Z"));
        assertThat(coasts.isOpen(Instant.parse("2026-03-03T00:59:29Z"), RINGING))
                .isTrue();
        assertThat(coasts.nextOpening(Instant.parse("2026-03-03T00:59:30Z"), RINGING))
                .contains(Instant.parse("2026-03-03T16:00:00Z"));
    }

    @Test
    @Timeout(5)
    void hours_that_never_meet_are_given_up_after_400_days() {
        Hours apart = Hours.allOf(List.of(week("UTC", "08:00", "09:00"), week("UTC", "09:00", "10:00")));

        assertThat(apart.nextOpening(NOON, RINGING)).isEmpty();
    }

    @Test
    void a_block_is_over_at_its_time() {
        Hours block = new ClosedUntil(NOON);

        assertThat(block.isOpen(NOON.minusMillis(1), Duration.ZERO)).isFalse();
        assertThat(block.isOpen(NOON, RINGING)).isTrue();
        assertThat(block.nextOpening(NOON.minusSeconds(1), RINGING)).contains(NOON);
        assertThat(block.nextOpening(NOON.plusSeconds(1), RINGING)).contains(NOON.plusSeconds(1));
        assertThat(block.nextOpening(NOON.minus(Duration.ofDays(401)), RINGING)).isEmpty();
    }

    @Test
    void a_fixed_zone_is_the_same_wherever_the_contact_is() {
        Window window = window(new Zone.Fixed(ZoneId.of("America/New_York")));

        assertThat(window.isContactLocal()).isFalse();
        assertThat(window.in(List.of())).isEqualTo(window.in(List.of(ZoneId.of("Asia/Tokyo"))));
        assertThat(window.in(List.of()).nextOpening(NOON, RINGING)).contains(Instant.parse("2026-03-02T14:00:00Z"));
    }

    @Test
    void a_contacts_own_time_must_be_right_in_every_zone_and_never_is_where_none_is_known() {
        Window window = window(new Zone.ContactLocal());
        Hours coasts = window.in(List.of(ZoneId.of("America/New_York"), ZoneId.of("America/Los_Angeles")));

        assertThat(window.isContactLocal()).isTrue();
        assertThat(coasts.nextOpening(NOON, RINGING)).contains(Instant.parse("2026-03-02T17:00:00Z"));
        assertThat(window.in(List.of())).isSameAs(Hours.NEVER);
    }

    @Test
    void a_window_is_closed_on_its_holidays() {
        Window window = window(new Zone.ContactLocal());

        assertThat(window.in(List.of(ZoneId.of("UTC"))).nextOpening(Instant.parse("2026-03-03T18:00:00Z"), RINGING))
                .contains(Instant.parse("2026-03-05T09:00:00Z"));
    }

    /// From nine to five, but not on 4 March.
    private static Window window(Zone zone) {
        return new Window(zone, List.of(daily("09:00", "17:00")), new TreeSet<>(Set.of(LocalDate.parse("2026-03-04"))));
    }

    private static WeeklyHours week(String zone, String start, String end) {
        return new WeeklyHours(ZoneId.of(zone), List.of(daily(start, end)), Holidays.NONE);
    }

    private static DailyHours daily(String start, String end) {
        return new DailyHours(EnumSet.allOf(DayOfWeek.class), LocalTime.parse(start), LocalTime.parse(end));
    }
}
