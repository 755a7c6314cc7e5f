package outdial.local.telephony;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How a phone network is set up.
///
/// @param quotas empty: those that the template's parameters CarrierCallsPerSecond and CarrierActiveCalls name
/// @param timeScale so much real time a unit of call time takes: at 1/60 a call of a minute lasts a second
/// @param patience how long the service waits for the function
/// @param directory where `ledger.jsonl` is kept; empty: in memory only
public record NetworkSettings(Optional<Quotas> quotas, double timeScale, Patience patience, Optional<Path> directory) {
    /// How long the service waits for the function's reply before it sends the event once more, and before it hangs up.
    /// In real time, whatever the time scale: the function works no faster because its callers talk faster.
    public record Patience(Duration retryAfter, Duration giveUpAfter) {}

    public NetworkSettings {
        if (!(timeScale > 0)) {
            throw new IllegalArgumentException("a time scale is above 0, was " + timeScale);
        }
    }

    /// Real time, nothing kept, quotas as in the template; 5 and 20 seconds of patience (developer guide, page
    /// timeouts).
    public static NetworkSettings usual() {
        return new NetworkSettings(
                Optional.empty(), 1, new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20)), Optional.empty());
    }

    public NetworkSettings withQuotas(Quotas changed) {
        return new NetworkSettings(Optional.of(changed), timeScale, patience, directory);
    }

    public NetworkSettings withTimeScale(double changed) {
        return new NetworkSettings(quotas, changed, patience, directory);
    }

    public NetworkSettings withPatience(Patience changed) {
        return new NetworkSettings(quotas, timeScale, changed, directory);
    }

    public NetworkSettings keptIn(Path changed) {
        return new NetworkSettings(quotas, timeScale, patience, Optional.of(changed));
    }

    Duration real(Duration callTime) {
        return Duration.ofNanos((long) (callTime.toNanos() * timeScale));
    }
}
