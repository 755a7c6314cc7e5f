package outdial.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The hours of a week on the wall clock of one zone: open in any of `hours`, closed on the dates of `closed`
/// from midnight to midnight, which also ends an evening that began the day before, and does away with one that
/// would have begun then.
///
/// Hours that touch or overlap are one stretch: a week from 00:00 to 24:00 does not close at midnight. Where
/// the clock skips an edge of a stretch, the edge is the moment after the gap; where it repeats one, the later
/// counts for the start and the earlier for the end. So whenever it is open, the wall clock says so too.
public record WeeklyHours(ZoneId zone, List<DailyHours> hours, Holidays closed) implements Hours {
    /// Yesterday's hours may last until today, and in the week in which a clock is moved over midnight one day
    /// more.
    private static final int DAYS_AROUND = 2;

    /// Nearly always there is an opening within a week; only then is the next one looked at.
    private static final int DAYS_AT_ONCE = 7;

    public WeeklyHours {
        hours = List.copyOf(hours);
    }

    @Override
    public boolean isOpen(Instant at, Duration margin) {
        return openings(dateOf(at), dateOf(at.plus(margin))).anyMatch(opening -> opening.holds(at, margin));
    }

    @Override
    public Optional<Instant> nextOpening(Instant at, Duration margin) {
        return nextOpening(at, margin, Duration.ofDays(DAYS_AHEAD));
    }

    @Override
    public Optional<Instant> nextOpening(Instant at, Duration margin, Duration ahead) {
        if (isOpen(at, margin)) return Optional.of(at);
        Instant last = at.plus(ahead);
        int atOnce = (int) Math.min(DAYS_AT_ONCE, ahead.toDays() + 1);
        for (int days = 0; days <= ahead.toDays(); days += atOnce) {
            Optional<Instant> opening = firstOpening(at, margin, days, atOnce);
            if (opening.isPresent()) return opening.filter(found -> !found.isAfter(last));
        }
        return Optional.empty();
    }

    private Optional<Instant> firstOpening(Instant at, Duration margin, int daysAhead, int atOnce) {
        LocalDate first = dateOf(at).plusDays(daysAhead);
        LocalDate last = dateOf(at.plus(margin)).plusDays(daysAhead + atOnce);
        return openings(first, last)
                .filter(opening -> opening.from().isAfter(at) && opening.holds(opening.from(), margin))
                .map(Opening::from)
                .findFirst();
    }

    /// In order. Cut off only where it does not matter for instants of the dates from `first` to `last`.
    private Stream<Opening> openings(LocalDate first, LocalDate last) {
        List<WallSpan> spans = first.minusDays(DAYS_AROUND)
                .datesUntil(last.plusDays(DAYS_AROUND + 1))
                .flatMap(this::spansFrom)
                .toList();
        return WallSpan.merged(spans).stream()
                .flatMap(span -> span.without(closed).stream())
                .map(span -> span.in(zone));
    }

    private Stream<WallSpan> spansFrom(LocalDate date) {
        if (closed.include(date)) return Stream.empty();
        return hours.stream()
                .filter(part -> part.beginOn(date))
                .map(part -> new WallSpan(part.beginning(date), part.ending(date)));
    }

    private LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
