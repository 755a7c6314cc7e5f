package outdial.workspace;

import java.time.Instant;

/// An emergency stop: nobody is called until it is lifted. `by` is the key, or the operator, that set it.
public record Stop(String reason, String by, Instant at) {}
