package outdial.local.telephony;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import outdial.local.telephony.NetworkFaults.Deliveries;
import outdial.local.telephony.NetworkSettings.Patience;
import outdial.local.telephony.Threads.Timer;

/// Brings one event to the function, at least once: again if it fails or is silent for too long. The first reply
/// counts; a later one only has to order the same.
final class Delivery {
    /// What came of it.
    sealed interface Outcome {
        record Answered(String reply) implements Outcome {}

        record Failed(String reason) implements Outcome {}

        /// After [Answered]: another copy of the same event was answered differently.
        record AnsweredDifferently() implements Outcome {}
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Callable<String> function;
    private final Threads threads;
    private final Consumer<Outcome> recipient;
    private final List<Timer> timers = new ArrayList<>();
    private Optional<String> first = Optional.empty();
    private boolean settled;
    private boolean repeat;
    private int retries = 1;
    private int running;

    /// @param recipient told once that the event was answered or failed, and of each different answer
    Delivery(Callable<String> function, Threads threads, Consumer<Outcome> recipient) {
        this.function = function;
        this.threads = threads;
        this.recipient = recipient;
    }

    void start(Patience patience, Deliveries deliveries) {
        synchronized (this) {
            timers.add(threads.after(patience.retryAfter(), this::silent));
            timers.add(threads.after(patience.giveUpAfter(), this::silentForTooLong));
            repeat = deliveries == Deliveries.TWICE_IN_TURN;
        }
        copy();
        if (deliveries == Deliveries.TWICE_AT_ONCE) {
            copy();
        }
    }

    private void copy() {
        synchronized (this) {
            running++;
        }
        threads.run(() -> {
            try {
                answered(function.call());
            } catch (Exception failed) {
                failed(String.valueOf(failed.getMessage()));
            }
        });
    }

    private void answered(String reply) {
        Optional<String> known;
        boolean again;
        synchronized (this) {
            running--;
            known = first;
            first = Optional.of(known.orElse(reply));
            again = repeat && !settled;
            repeat = false;
        }
        known.filter(other -> !same(other, reply))
                .ifPresent(other -> recipient.accept(new Outcome.AnsweredDifferently()));
        if (again) {
            copy();
        } else {
            settle(new Outcome.Answered(known.orElse(reply)));
        }
    }

    private void failed(String reason) {
        Optional<Outcome> outcome;
        boolean again = false;
        synchronized (this) {
            running--;
            outcome = first.map(Outcome.Answered::new);
            if (outcome.isEmpty() && !settled) {
                again = retries > 0;
                retries--;
                if (!again && running == 0) {
                    outcome = Optional.of(new Outcome.Failed(reason));
                }
            }
        }
        if (again) {
            copy();
        } else {
            outcome.ifPresent(this::settle);
        }
    }

    private void silent() {
        boolean again;
        synchronized (this) {
            again = !settled && retries > 0;
            retries--;
        }
        if (again) {
            copy();
        }
    }

    private void silentForTooLong() {
        settle(new Outcome.Failed("AWS Lambda client operation timed out"));
    }

    private void settle(Outcome outcome) {
        synchronized (this) {
            if (settled) {
                return;
            }
            settled = true;
            timers.forEach(Timer::cancel);
        }
        recipient.accept(outcome);
    }

    /// The same orders; attributes may hold the time, which a function that keeps nothing cannot give twice.
    private static boolean same(String one, String other) {
        try {
            return JSON.readTree(one)
                    .path("Actions")
                    .equals(JSON.readTree(other).path("Actions"));
        } catch (IOException malformed) {
            return false;
        }
    }
}
