package outdial.functions.dynamo;

import java.util.concurrent.ThreadLocalRandom;

/// Pauses between tries of a request that DynamoDB turned down for now: up to 20 ms, 40 ms, 80 ms … (full jitter:
/// two that met once do not meet again in step), some 5 s in all.
final class Backoff {
    static final int MOST_TRIES = 8;
    private static final int FIRST_MILLIS = 10;

    private Backoff() {}

    /// @throws IllegalStateException interrupted, or this was the last try
    static void afterTry(int attempt, String what) {
        if (attempt >= MOST_TRIES) throw new IllegalStateException(what + " was turned down " + attempt + " times");
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, FIRST_MILLIS << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two tries of " + what, e);
        }
    }
}
