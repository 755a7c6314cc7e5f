package outdial.functions.api;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import outdial.hours.DailyHours;

/// Finds hours of a week that are there twice. Those that only touch are fine.
final class Overlaps {
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    private Overlaps() {}

    /// The places in the list of two spans that overlap, and a day on which they do.
    record Overlap(int earlier, int later, DayOfWeek day) {}

    static Optional<Overlap> find(List<DailyHours> hours) {
        for (int later = 1; later < hours.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Optional<DayOfWeek> day = day(hours.get(earlier), hours.get(later));
                if (day.isPresent()) return Optional.of(new Overlap(earlier, later, day.get()));
            }
        }
        return Optional.empty();
    }

    /// A day on which the later hours begin inside the earlier, or the other way round.
    private static Optional<DayOfWeek> day(DailyHours some, DailyHours others) {
        return others.days().stream()
                .sorted()
                .filter(day -> some.days().stream().anyMatch(other -> overlap(other, some, day, others)))
                .findFirst();
    }

    private static boolean overlap(DayOfWeek day, DailyHours some, DayOfWeek otherDay, DailyHours others) {
        int apart = Math.floorMod(minute(otherDay, others.start()) - minute(day, some.start()), WEEK);
        return apart < length(some) || WEEK - apart < length(others);
    }

    private static int minute(DayOfWeek day, LocalTime time) {
        return day.getValue() * DAY + time.toSecondOfDay() / 60;
    }

    private static int length(DailyHours hours) {
        int minutes = Math.floorMod((hours.end().toSecondOfDay() - hours.start().toSecondOfDay()) / 60, DAY);
        return minutes == 0 ? DAY : minutes;
    }
}
