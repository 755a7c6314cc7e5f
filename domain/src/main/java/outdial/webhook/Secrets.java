package outdial.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an endpoint knows us by: `whsec_` and Base64 of random bytes. After a rotation the one before signs
/// too, for a day, so that no delivery fails while the endpoint changes over.
public record Secrets(String current, Optional<Outgoing> outgoing) {
    static final Duration OVERLAP = Duration.ofHours(24);

    public Secrets(String first) {
        this(first, Optional.empty());
    }

    /// The secret before, which still signs before `until`.
    public record Outgoing(String secret, Instant until) {}

    public Secrets rotate(String next, Instant now) {
        return new Secrets(next, Optional.of(new Outgoing(current, now.plus(OVERLAP))));
    }

    /// Those that sign at `now`, the current one first.
    public List<String> signing(Instant now) {
        return outgoing.filter(old -> now.isBefore(old.until()))
                .map(old -> List.of(current, old.secret()))
                .orElseGet(() -> List.of(current));
    }

    /// Never in a log.
    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
