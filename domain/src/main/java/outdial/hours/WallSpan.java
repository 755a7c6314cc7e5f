package outdial.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A stretch of a wall clock, `until` excluded.
record WallSpan(LocalDateTime from, LocalDateTime until) {

    /// In order, and with those that touch or overlap made one, so that no edge is left inside.
    static List<WallSpan> merged(List<WallSpan> spans) {
        List<WallSpan> merged = new ArrayList<>();
        for (WallSpan span :
                spans.stream().sorted(Comparator.comparing(WallSpan::from)).toList()) {
            if (merged.isEmpty() || merged.getLast().until().isBefore(span.from())) merged.add(span);
            else merged.add(merged.removeLast().joined(span));
        }
        return merged;
    }

    private WallSpan joined(WallSpan later) {
        return new WallSpan(from, later.until.isAfter(until) ? later.until : until);
    }

    /// What is left of it when the dates of `closed` are taken out.
    List<WallSpan> without(Holidays closed) {
        List<WallSpan> left = new ArrayList<>();
        LocalDateTime opened = from;
        for (LocalDate date = from.toLocalDate(); date.atStartOfDay().isBefore(until); date = date.plusDays(1)) {
            if (!closed.include(date)) continue;
            if (opened.isBefore(date.atStartOfDay())) left.add(new WallSpan(opened, date.atStartOfDay()));
            opened = date.plusDays(1).atStartOfDay();
        }
        if (opened.isBefore(until)) left.add(new WallSpan(opened, until));
        return left;
    }

    /// When it is. Where the clock skips an edge, the edge is the moment after the gap; where it repeats one,
    /// the later counts for the start and the earlier for the end.
    Opening in(ZoneId zone) {
        return new Opening(
                moments(from, zone.getRules()).getLast(),
                moments(until, zone.getRules()).getFirst());
    }

    /// When the wall clock shows this: once, twice where it is put back, or as soon as it is past it.
    private static List<Instant> moments(LocalDateTime wall, ZoneRules rules) {
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        if (offsets.isEmpty()) return List.of(rules.getTransition(wall).getInstant());
        return offsets.stream().map(wall::toInstant).toList();
    }
}
