package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import outdial.campaign.Settings;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Reason;
import outdial.rules.CallingHours;
import outdial.rules.Switches;

/// When the waiting contacts of a campaign are called next, as far as the hours of their calling groups tell.
public final class NextCalls {
    private final Law law;
    private final Settings settings;
    private final Switches switches;
    private final Instant now;
    private final Duration ringing;
    private final Map<String, CallingHours> groups = new HashMap<>();

    public NextCalls(Law law, Settings settings, Switches switches, Instant now, Duration ringing) {
        this.law = law;
        this.settings = settings;
        this.switches = switches;
        this.now = now;
        this.ringing = ringing;
    }

    /// What a contact waits for, and until when; empty where nobody knows.
    public record Next(Reason waitingFor, Optional<Instant> at) {}

    public Next of(Enrollment.Waiting waiting) {
        return switch (hours(waiting.lane().group())) {
            case CallingHours.Unknown _ -> new Next(Reason.WHEREABOUTS, Optional.empty());
            case CallingHours.Known known -> within(known, waiting);
        };
    }

    private Next within(CallingHours.Known known, Enrollment.Waiting waiting) {
        Instant from = waiting.dueAt().isAfter(now) ? waiting.dueAt() : now;
        if (known.hours().isOpen(from, ringing)) return new Next(waiting.reason(), Optional.of(waiting.dueAt()));
        return new Next(Reason.HOURS, known.hours().nextOpening(from, ringing));
    }

    private CallingHours hours(String group) {
        return groups.computeIfAbsent(group, name -> law.hours(settings, switches, CallingGroup.areaOf(name), now));
    }
}
