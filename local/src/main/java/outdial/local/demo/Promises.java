package outdial.local.demo;

import java.time.Instant;
import java.util.Map;

/// What a campaign must keep to.
///
/// @param concurrency calls at once
/// @param callsPerContact the first and all retries
/// @param doNotCall who is on the list, and since when
/// @param keys what pressing a key means, as in the agent: `9` is DO_NOT_CALL
public record Promises(int concurrency, int callsPerContact, Map<String, Instant> doNotCall, Map<String, String> keys) {
    public Promises {
        doNotCall = Map.copyOf(doNotCall);
        keys = Map.copyOf(keys);
    }
}
