package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import outdial.enrollment.Scope;

/// A pace at which others reserve between a dialer's look and its own reservation.
record OvertakingPace(Desk desk, int others) implements Pace {
    @Override
    public Instant reserve(Scope scope, Instant earliest, Duration interval) {
        for (int n = 0; n < others; n++) {
            Instant _ = desk.memory.pace().reserve(scope, earliest, interval);
        }
        return desk.memory.pace().reserve(scope, earliest, interval);
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
