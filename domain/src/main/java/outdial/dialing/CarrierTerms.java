package outdial.dialing;

import java.time.Duration;
import outdial.enrollment.Scope;

/// What a carrier allows this deployment: calls at once, and the least time between two call starts.
public record CarrierTerms(String name, int concurrency, Duration interval) {
    public Scope scope() {
        return Scope.carrier(name);
    }

    public static CarrierTerms perSecond(String name, int concurrency, double callsPerSecond) {
        if (callsPerSecond <= 0)
            throw new IllegalArgumentException("calls per second must be above 0, was " + callsPerSecond);
        return new CarrierTerms(name, concurrency, Duration.ofNanos(Math.round(1_000_000_000 / callsPerSecond)));
    }
}
