package outdial.local.telephony;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// What goes wrong on purpose. Changed at any time, by any thread; from then on it holds.
public final class NetworkFaults {
    /// How a request to place a call fails.
    public enum Failure {
        THROTTLED,
        SERVICE_FAILURE,
        SERVICE_FAILURE_BUT_PLACED,
        UNAVAILABLE,
        UNAVAILABLE_BUT_PLACED,
        TIME_OUT,
        TIME_OUT_BUT_PLACED;

        boolean placesTheCall() {
            return switch (this) {
                case SERVICE_FAILURE_BUT_PLACED, UNAVAILABLE_BUT_PLACED, TIME_OUT_BUT_PLACED -> true;
                case THROTTLED, SERVICE_FAILURE, UNAVAILABLE, TIME_OUT -> false;
            };
        }
    }

    /// How often each event reaches the function.
    public enum Deliveries {
        ONCE,
        TWICE_IN_TURN,
        TWICE_AT_ONCE
    }

    /// What becomes of HANGUP events.
    sealed interface Hangups {
        record Delivered() implements Hangups {}

        record Lost() implements Hangups {}

        record Delayed(Duration time) implements Hangups {}
    }

    private final Queue<Failure> failures = new ArrayDeque<>();
    private Deliveries deliveries = Deliveries.ONCE;
    private Hangups hangups = new Hangups.Delivered();

    NetworkFaults() {}

    /// The next requests to place a call, so many of them, fail like this; after those that were asked for before.
    public synchronized void failNextCalls(int requests, Failure failure) {
        for (int i = 0; i < requests; i++) {
            failures.add(failure);
        }
    }

    public synchronized void deliver(Deliveries times) {
        deliveries = times;
    }

    /// No function hears of the end of a call.
    public synchronized void loseHangups() {
        hangups = new Hangups.Lost();
    }

    /// Functions hear of the end of a call so much later, in real time.
    public synchronized void delayHangups(Duration time) {
        hangups = new Hangups.Delayed(time);
    }

    public synchronized void deliverHangups() {
        hangups = new Hangups.Delivered();
    }

    synchronized Optional<Failure> nextCall() {
        return Optional.ofNullable(failures.poll());
    }

    synchronized Deliveries deliveries() {
        return deliveries;
    }

    synchronized Hangups hangups() {
        return hangups;
    }
}
