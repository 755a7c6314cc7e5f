package outdial.local.telephony;

/// What the network allows one account, as Service Quotas does for the Chime SDK.
///
/// @param callsPerSecond CreateSipMediaApplicationCall requests per second; AWS starts at 1
/// @param activeCalls calls at one time; AWS starts at 10
/// @param updatesPerSecond UpdateSipMediaApplicationCall requests per second; AWS starts at 5
public record Quotas(int callsPerSecond, int activeCalls, int updatesPerSecond) {
    public Quotas {
        if (callsPerSecond < 1 || activeCalls < 1 || updatesPerSecond < 1) {
            throw new IllegalArgumentException(
                    "a quota is at least 1, was " + callsPerSecond + ", " + activeCalls + ", " + updatesPerSecond);
        }
    }

    public Quotas(int callsPerSecond, int activeCalls) {
        this(callsPerSecond, activeCalls, 5);
    }
}
