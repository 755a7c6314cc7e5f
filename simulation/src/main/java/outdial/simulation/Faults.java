package outdial.simulation;

import java.util.EnumSet;
import java.util.Set;

/// What may go wrong in a run, and how often.
record Faults(Level level, Set<Kind> kinds) {
    Faults {
        kinds = Set.copyOf(kinds);
    }

    /// How often: of what happens on HIGH, LOW has a tenth.
    enum Level {
        NONE(0),
        LOW(0.1),
        HIGH(1);

        private final double share;

        Level(double share) {
            this.share = share;
        }

        double share() {
            return share;
        }
    }

    enum Kind {
        /// Handlers overtake each other at every call of a port.
        INTERLEAVING,
        /// A handler dies before or after any effect.
        CRASHES,
        /// Writes are throttled, in conflict, or done without an answer.
        WRITES,
        /// Indexes and counters lag.
        INDEXES,
        /// Messages come late, twice, in another order, or never.
        MESSAGES,
        /// The carrier refuses, or does not say whether it placed the call.
        CARRIER,
        /// What became of a call is told late, twice, or never.
        REPORTS,
        /// Clocks differ.
        CLOCKS,
        /// Now and then a port is slow.
        DELAYS,
        /// People pause, resume, edit, cancel, add contacts, change limits and fill the do-not-call list.
        OPERATORS
    }

    static Faults of(Level level) {
        return new Faults(level, level == Level.NONE ? Set.of() : EnumSet.allOf(Kind.class));
    }

    boolean any() {
        return !kinds.isEmpty();
    }

    Faults without(Kind kind) {
        EnumSet<Kind> fewer = EnumSet.allOf(Kind.class);
        fewer.retainAll(kinds);
        fewer.remove(kind);
        return new Faults(fewer.isEmpty() ? Level.NONE : level, fewer);
    }
}
