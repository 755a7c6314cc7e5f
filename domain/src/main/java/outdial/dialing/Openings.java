package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import outdial.campaign.Settings;
import outdial.enrollment.CallingGroup;
import outdial.rules.CallingHours;
import outdial.rules.Switches;

/// Which calling groups of a campaign may be called at one moment, decided once for each.
final class Openings {
    private final Law law;
    private final Settings settings;
    private final Switches switches;
    private final Instant now;
    private final Duration ringing;
    private final Map<String, CallingHours> groups = new HashMap<>();

    Openings(Law law, Settings settings, Switches switches, Instant now, Duration ringing) {
        this.law = law;
        this.settings = settings;
        this.switches = switches;
        this.now = now;
        this.ringing = ringing;
    }

    boolean isOpen(String group) {
        return switch (of(group)) {
            case CallingHours.Known known -> known.hours().isOpen(now, ringing);
            case CallingHours.Unknown _ -> false;
        };
    }

    CallingHours of(String group) {
        return groups.computeIfAbsent(group, name -> law.hours(settings, switches, CallingGroup.areaOf(name), now));
    }
}
