package outdial.dialing;

import java.time.Duration;
import java.time.Instant;

/// Keeps a carrier that fails from being asked again and again. Closed, it lets every call through; open, none
/// until a moment has come, then one, which decides.
public sealed interface Circuit {
    /// A carrier that fails this often within [#WINDOW] is given a rest.
    int MOST_FAILURES = 5;

    Duration WINDOW = Duration.ofMinutes(1);
    Duration FIRST_REST = Duration.ofMinutes(1);
    Duration LONGEST_REST = Duration.ofMinutes(15);

    /// Of a carrier that nothing is known against.
    static Closed sound() {
        return new Closed(0, Instant.EPOCH);
    }

    /// The carrier did not do what it was asked to, `grave` where it would not do so either when asked again.
    Circuit failed(String why, boolean grave, Instant now);

    /// The carrier placed a call.
    default Closed succeeded() {
        return sound();
    }

    /// How many of `calls` may be placed at `now`.
    int admit(int calls, Instant now);

    /// So many failures in the time that began at `since`.
    record Closed(int failures, Instant since) implements Circuit {
        @Override
        public Circuit failed(String why, boolean grave, Instant now) {
            boolean fresh = now.isBefore(since.plus(WINDOW));
            int failed = fresh ? failures + 1 : 1;
            return grave || failed >= MOST_FAILURES
                    ? new Open(why, now.plus(FIRST_REST), FIRST_REST)
                    : new Closed(failed, fresh ? since : now);
        }

        @Override
        public int admit(int calls, Instant now) {
            return calls;
        }
    }

    /// Nobody is called until then, because of `why`; whoever is called after that doubles the rest, unless it
    /// works.
    record Open(String why, Instant until, Duration rest) implements Circuit {
        /// What was under way when the circuit opened fails too, and says nothing new.
        @Override
        public Open failed(String reason, boolean grave, Instant now) {
            return now.isBefore(until) ? this : new Open(reason, now, rest).tried(now);
        }

        /// A call goes out to find out whether the carrier works again: as long as it has not succeeded it
        /// counts as failed, so that nobody sends another.
        Open tried(Instant now) {
            Duration longer = rest.multipliedBy(2);
            Duration next = longer.compareTo(LONGEST_REST) < 0 ? longer : LONGEST_REST;
            return new Open(why, now.plus(next), next);
        }

        @Override
        public int admit(int calls, Instant now) {
            return now.isBefore(until) ? 0 : Math.min(calls, 1);
        }
    }
}
