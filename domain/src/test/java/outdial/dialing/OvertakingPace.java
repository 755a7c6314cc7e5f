package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import outdial.enrollment.Scope;

/// A pace at which others reserve before a dialer does.
record OvertakingPace(Desk desk, int others) implements Pace {
    @Override
    public Optional<Instant> reserve(Scope scope, Instant earliest, Duration interval, Instant latest) {
        for (int n = 0; n < others; n++) {
            Optional<Instant> _ = desk.memory.pace().reserve(scope, earliest, interval, Instant.MAX);
        }
        return desk.memory.pace().reserve(scope, earliest, interval, latest);
    }

    @Override
    public Instant next(Scope scope) {
        return desk.memory.pace().next(scope);
    }

    @Override
    public void pushBack(Scope scope, Instant until) {
        desk.memory.pace().pushBack(scope, until);
    }
}
