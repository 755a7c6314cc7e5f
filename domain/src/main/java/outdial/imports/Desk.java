package outdial.imports;

import java.time.InstantSource;
import outdial.dialing.Wakeups;

/// What imports work with.
public record Desk(
        Lists lists, Reports reports, ChunkQueue queue, Phones phones, Wakeups wakeups, InstantSource clock) {}
