package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import outdial.enrollment.Scope;

/// When the next call of a scope may start.
public interface Pace {
    /// Reserves the earliest start at or after `earliest` that is `interval` after the one reserved before;
    /// empty, and nothing reserved, where that is after `latest`.
    Optional<Instant> reserve(Scope scope, Instant earliest, Duration interval, Instant latest);

    /// The earliest start a reservation made now could get, without making it; may be out of date.
    Instant next(Scope scope);

    /// Nobody starts before `until`: the carrier asked for a pause, or a call started late.
    void pushBack(Scope scope, Instant until);
}
