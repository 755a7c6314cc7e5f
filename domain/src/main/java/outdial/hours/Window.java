package outdial.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The hours of a week in which calls may be placed: from `start` (inclusive) to `end` (exclusive) on each of `days`,
/// on the
/// wall clock of `zone`. An `end` at or before `start` is on the following day, and the hours after midnight belong to
/// the
/// day they began on. Where the clock skips an edge, the edge is the first instant after the gap; where it repeats one,
/// the
/// first of the two counts for the start and for the end, so a window never grows (java.time's resolution of gaps and
/// overlaps).
public record Window(ZoneId zone, Set<DayOfWeek> days, LocalTime start, LocalTime end) {
    /// Nothing but a window that never opens is further away: a weekly window opens again within eight days.
    private static final int DAYS_AHEAD = 8;

    public Window {
        days = Set.copyOf(days);
        if (days.isEmpty()) throw new IllegalArgumentException("a window needs at least one weekday");
    }

    /// Whether a call may be placed at `at` and ring for `margin` without passing the end of the window.
    public boolean isOpen(Instant at, Duration margin) {
        return openings(at).anyMatch(opening -> opening.holds(at, margin));
    }

    /// The first instant at or after `at` from which [#isOpen] holds with this margin.
    public Instant nextOpening(Instant at, Duration margin) {
        if (isOpen(at, margin)) return at;
        return openings(at)
                .map(Opening::from)
                .filter(from -> from.isAfter(at) && isOpen(from, margin))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(this + " does not open within " + DAYS_AHEAD + " days"));
    }

    private Stream<Opening> openings(Instant around) {
        LocalDate today = around.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(-1, DAYS_AHEAD)
                .mapToObj(today::plusDays)
                .filter(date -> days.contains(date.getDayOfWeek()))
                .map(this::openingOn);
    }

    private Opening openingOn(LocalDate date) {
        LocalDate closing = end.isAfter(start) ? date : date.plusDays(1);
        return new Opening(
                date.atTime(start).atZone(zone).toInstant(),
                closing.atTime(end).atZone(zone).toInstant());
    }

    private record Opening(Instant from, Instant until) {
        boolean holds(Instant at, Duration margin) {
            return !at.isBefore(from) && at.plus(margin).isBefore(until);
        }
    }
}
