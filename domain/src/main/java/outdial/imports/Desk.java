package outdial.imports;

import java.time.InstantSource;
import outdial.dialing.Wakeups;
import outdial.rules.Atlas;

/// What rows are imported with.
public record Desk(Phones phones, Atlas atlas, Reports reports, Wakeups wakeups, InstantSource clock) {}
