package outdial.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a number or person has been through: when calls were started (all that a cap may count, in any order),
/// and when the latest conversation and the latest refusal were.
public record History(List<Instant> calls, Optional<Instant> conversation, Optional<Instant> refusal) {
    public static final History NONE = new History(List.of(), Optional.empty(), Optional.empty());

    public History {
        calls = List.copyOf(calls);
    }
}
