package outdial.rules;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.hours.DailyHours;
import outdial.hours.HolidayCalendar;
import outdial.hours.Hours;
import outdial.hours.WeeklyHours;

/// What a rule demands: calls only in one of these hours and never on a holiday, no more calls than any cap,
/// and quiet after certain events.
public record Limits(List<DailyHours> hours, HolidayCalendar closed, List<Cap> caps, List<Quiet> quiets) {
    public Limits {
        hours = List.copyOf(hours);
        caps = List.copyOf(caps);
        quiets = List.copyOf(quiets);
        if (hours.isEmpty()) throw new IllegalArgumentException("a rule needs hours, if only 00:00 to 00:00");
    }

    Hours in(ZoneId zone) {
        return new WeeklyHours(zone, hours, closed);
    }

    /// Until when these caps and quiets forbid a call, strictly later than `now`; empty where none does.
    static Optional<Instant> forbidUntil(List<Cap> caps, List<Quiet> quiets, History history, Instant now) {
        return Stream.concat(
                        caps.stream().map(cap -> cap.forbidsUntil(history.calls(), now)),
                        quiets.stream().map(quiet -> quiet.forbidsUntil(history, now)))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }
}
