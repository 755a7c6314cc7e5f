package outdial.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The hours of a week in which calls may be placed: from `start` (inclusive) to `end` (exclusive) on each of `days`,
/// on the wall clock of `zone`. An `end` at or before `start` is on the following day, and the hours after midnight
/// belong to the day they began on. Where the clock skips an edge, the edge is the moment after the gap; where it
/// repeats one, the later counts for the start and the earlier for the end. So whenever the window is open, the wall
/// clock says so too.
public record Window(ZoneId zone, Set<DayOfWeek> days, LocalTime start, LocalTime end) {
    /// A window of one weekday whose next day is swallowed by a change of the clock opens within 15 days.
    private static final int DAYS_AHEAD = 15;

    public Window {
        days = Set.copyOf(days);
        if (days.isEmpty()) throw new IllegalArgumentException("a window needs at least one weekday");
    }

    /// Whether a call may be placed at `at` and ring for `margin` without passing the end of the window.
    public boolean isOpen(Instant at, Duration margin) {
        return openings(at, 0).anyMatch(opening -> opening.holds(at, margin));
    }

    /// The first instant at or after `at` from which [#isOpen] holds with this margin.
    public Instant nextOpening(Instant at, Duration margin) {
        if (isOpen(at, margin)) return at;
        return openings(at, DAYS_AHEAD)
                .filter(opening -> opening.from().isAfter(at) && opening.holds(opening.from(), margin))
                .map(Opening::from)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(this + " does not open within " + DAYS_AHEAD + " days"));
    }

    /// Those that begin from yesterday on; yesterday's may last until today.
    private Stream<Opening> openings(Instant around, int daysAhead) {
        LocalDate today = around.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(-1, daysAhead)
                .mapToObj(today::plusDays)
                .filter(date -> days.contains(date.getDayOfWeek()))
                .map(this::openingOn);
    }

    private Opening openingOn(LocalDate date) {
        LocalDate closing = end.isAfter(start) ? date : date.plusDays(1);
        return new Opening(
                moments(date.atTime(start)).getLast(),
                moments(closing.atTime(end)).getFirst());
    }

    /// When the wall clock shows this: once, twice where it is put back, or as soon as it is past it.
    private List<Instant> moments(LocalDateTime wall) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        if (offsets.isEmpty()) return List.of(rules.getTransition(wall).getInstant());
        return offsets.stream().map(wall::toInstant).toList();
    }

    private record Opening(Instant from, Instant until) {
        boolean holds(Instant at, Duration margin) {
            return !at.isBefore(from) && at.plus(margin).isBefore(until);
        }
    }
}
