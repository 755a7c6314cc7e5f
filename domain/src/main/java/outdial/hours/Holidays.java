package outdial.hours;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/// Dates on which nobody is called, on the wall clock of whoever would be called.
@FunctionalInterface
public interface Holidays {
    /// No date at all.
    Holidays NONE = new Dates(Set.of());

    boolean include(LocalDate date);

    /// Just these dates.
    static Holidays on(Collection<LocalDate> dates) {
        return dates.isEmpty() ? NONE : new Dates(Set.copyOf(dates));
    }

    record Dates(Set<LocalDate> dates) implements Holidays {
        @Override
        public boolean include(LocalDate date) {
            return dates.contains(date);
        }
    }
}
