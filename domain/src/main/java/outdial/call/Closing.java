package outdial.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// How an attempt ended and who said so. `answeredAt` is empty where nobody answered; `sipCode` where the carrier gave
/// none.
public record Closing(
        Outcome outcome,
        By by,
        Optional<String> carrierCallId,
        OptionalInt sipCode,
        Optional<Instant> answeredAt,
        Instant endedAt) {

    /// Who said that the attempt ended.
    public enum By {
        /// The carrier reported the end of the call.
        CARRIER,
        /// The lease ran out first; a report that comes later amends it.
        LEASE,
        /// The carrier did not place the call.
        NOT_PLACED
    }

    public Duration talkTime() {
        return answeredAt.map(from -> Duration.between(from, endedAt)).orElse(Duration.ZERO);
    }
}
