package outdial.local.e2e;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A time at which everybody in the United States may be called, whatever the day of the test, going on as fast as
/// the real one; moved ahead by as much as a test says, so that leases end without anybody waiting for them.
final class MovableClock extends Clock {
    /// A Tuesday, two in the afternoon in New York and nine in the morning in Honolulu.
    private static final Instant BEGIN = Instant.parse("2027-03-02T19:00:00Z");

    private final AtomicReference<Duration> ahead =
            new AtomicReference<>(Duration.between(Clock.systemUTC().instant(), BEGIN));

    void advance(Duration by) {
        ahead.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("everybody keeps to UTC");
    }
}
