package outdial.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import outdial.dialing.Pauses;

/// A clock that stands still until it is moved; who waits for a time moves it there.
public final class TestClock implements InstantSource, Pauses {
    private Instant now;

    public TestClock(Instant now) {
        this.now = now;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void set(Instant time) {
        now = time;
    }

    public void advance(Duration by) {
        set(instant().plus(by));
    }

    @Override
    public synchronized void until(Instant instant) {
        if (instant.isAfter(now)) now = instant;
    }
}
