package outdial.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/// How far the campaign is at one moment.
///
/// @param calls placed so far, by the phone network's account
/// @param retries calls among them that were not the first to their number
record Status(Counts counts, OnThePhone onThePhone, int calls, int retries, Duration elapsed) {

    /// @param total everybody in the campaign
    record Counts(int total, int completed, int noAnswer, int failed, int doNotCall) {
        static Counts of(JsonNode progress) {
            JsonNode counts = progress.path("counts");
            return new Counts(
                    progress.path("total").asInt(),
                    counts.path("COMPLETED").asInt(),
                    counts.path("NO_ANSWER").asInt(),
                    counts.path("FAILED").asInt(),
                    counts.path("DO_NOT_CALL").asInt());
        }

        int done() {
            return completed + noAnswer + failed + doNotCall;
        }
    }

    /// Calls that are on, and how many may be.
    record OnThePhone(int calls, int limit) {}

    /// What changes only when something happens.
    Status withoutTime() {
        return new Status(counts, onThePhone, calls, retries, Duration.ZERO);
    }

    int waiting() {
        return Math.max(0, counts.total() - counts.done() - onThePhone.calls());
    }

    /// Nobody is on the phone, and nobody on the way to it.
    boolean isQuiet() {
        return onThePhone.calls() == 0;
    }

    int percent() {
        return counts.total() == 0 ? 0 : counts.done() * 100 / counts.total();
    }
}
