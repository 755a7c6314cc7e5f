package outdial.functions.api;

import java.time.Duration;
import java.time.InstantSource;
import outdial.agent.Agents;
import outdial.dialing.Books;
import outdial.dialing.Slots;
import outdial.dialing.Wakeups;
import outdial.report.ProgressBook;

/// What the API works with. `ringing` is how long a call may ring: a window is closed so much before its end.
public record Ports(
        Books books,
        Agents agents,
        Slots slots,
        ProgressBook progress,
        Wakeups wakeups,
        Idempotency idempotency,
        Duration ringing,
        InstantSource clock) {}
