package outdial.local.demo;

import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/// What a campaign must keep to.
///
/// @param concurrency calls at once
/// @param callsPerContact the first and all retries
/// @param doNotCall who is on the list, and since when
/// @param keys what pressing a key means, as in the agent: `9` is DO_NOT_CALL
/// @param mayWait the numbers that may still wait for a call when all others are done
public record Promises(
        int concurrency,
        int callsPerContact,
        Map<String, Instant> doNotCall,
        Map<String, String> keys,
        Predicate<String> mayWait) {
    /// Nobody is left waiting.
    public Promises(int concurrency, int callsPerContact, Map<String, Instant> doNotCall, Map<String, String> keys) {
        this(concurrency, callsPerContact, doNotCall, keys, _ -> false);
    }

    public Promises {
        doNotCall = Map.copyOf(doNotCall);
        keys = Map.copyOf(keys);
    }
}
