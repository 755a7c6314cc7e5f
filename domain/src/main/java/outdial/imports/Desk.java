package outdial.imports;

import java.time.InstantSource;
import outdial.dialing.Wakeups;

/// What rows are imported with.
public record Desk(Phones phones, Reports reports, Wakeups wakeups, InstantSource clock) {}
