package outdial.local.telephony;

import java.time.Instant;
import java.util.Optional;

/// What the ledger has on one call.
///
/// @param persona the name of how the called behaved
/// @param keys every key pressed, in order
public record CallRecord(
        String transactionId,
        CallRequest request,
        String persona,
        Instant placedAt,
        Optional<Instant> ringingAt,
        Optional<Instant> answeredAt,
        String keys,
        Optional<Ending> ending) {
    /// @param sipCode as in the HANGUP event: 0 is a call that was hung up after the answer
    public record Ending(Instant at, int sipCode) {}

    static CallRecord placed(String transactionId, CallRequest request, String persona, Instant at) {
        return new CallRecord(
                transactionId, request, persona, at, Optional.empty(), Optional.empty(), "", Optional.empty());
    }

    /// The number that was called.
    public String to() {
        return request.to();
    }

    public Optional<Integer> sipCode() {
        return ending.map(Ending::sipCode);
    }

    public Optional<Instant> endedAt() {
        return ending.map(Ending::at);
    }

    /// Whether the call was on at some moment when the other was. A call that has not ended is on.
    boolean overlaps(CallRecord other) {
        return startsBeforeTheEndOf(other) && other.startsBeforeTheEndOf(this);
    }

    private boolean startsBeforeTheEndOf(CallRecord other) {
        return other.endedAt().map(placedAt::isBefore).orElse(true);
    }

    CallRecord ringing(Instant at) {
        return new CallRecord(transactionId, request, persona, placedAt, Optional.of(at), answeredAt, keys, ending);
    }

    CallRecord answered(Instant at) {
        return new CallRecord(transactionId, request, persona, placedAt, ringingAt, Optional.of(at), keys, ending);
    }

    CallRecord pressed(String more) {
        return new CallRecord(transactionId, request, persona, placedAt, ringingAt, answeredAt, keys + more, ending);
    }

    CallRecord ended(Instant at, int sipCode) {
        return new CallRecord(
                transactionId,
                request,
                persona,
                placedAt,
                ringingAt,
                answeredAt,
                keys,
                Optional.of(new Ending(at, sipCode)));
    }
}
