package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import outdial.campaign.Settings;
import outdial.enrollment.CallingGroup;
import outdial.rules.CallingHours;
import outdial.rules.Switches;
import outdial.rules.Terms;

/// Which calling groups may be called, for whoever asks again and again: decided once for each group and for
/// each set of a window, a purpose and switches, and remembered for as long as the answer cannot change. It
/// serves to choose whom to claim; what a call itself is allowed by is looked at anew.
public final class OpenGroups {
    /// A rule that comes into force counts from so much later on.
    private static final Duration HOLDS = Duration.ofMinutes(10);

    /// Windows, purposes and switches that differ, of all campaigns of a process; where there are more, all are
    /// forgotten.
    private static final int MOST_TERMS = 1_000;

    private final Law law;
    private final Duration ringing;
    private final Map<Terms, Map<String, Decided>> known = new ConcurrentHashMap<>();

    /// @param ringing how long a phone may ring, which must be over before a group closes
    public OpenGroups(Law law, Duration ringing) {
        this.law = law;
        this.ringing = ringing;
    }

    /// The groups as they are at `now`.
    public Openings at(Instant now, Settings settings, Switches switches) {
        Terms terms = new Terms(settings.window(), settings.purpose(), switches);
        if (known.size() >= MOST_TERMS && !known.containsKey(terms)) known.clear();
        Map<String, Decided> groups = known.computeIfAbsent(terms, _ -> new ConcurrentHashMap<>());
        return group -> {
            Decided decided = groups.get(group);
            if (decided != null && decided.holds(now)) return decided;
            Decided anew = decide(law.hours(settings, switches, CallingGroup.areaOf(group), now), now);
            groups.put(group, anew);
            return anew;
        };
    }

    private Decided decide(CallingHours hours, Instant now) {
        return switch (hours) {
            case CallingHours.Unknown _ -> new Decided(hours, false, now, now.plus(HOLDS));
            case CallingHours.Known known -> decide(known, now);
        };
    }

    /// Open with a longer margin is open all the while; closed is closed until the next opening.
    private Decided decide(CallingHours.Known known, Instant now) {
        Instant later = now.plus(HOLDS);
        if (known.hours().isOpen(now, ringing)) {
            boolean stays = known.hours().isOpen(now, ringing.plus(HOLDS));
            return new Decided(known, true, now, stays ? later : now);
        }
        Instant opening = known.hours().nextOpening(now, ringing, HOLDS).orElse(later);
        return new Decided(known, false, now, opening);
    }

    /// Holds from `since` on and until `until`, which does not count; never where they are the same.
    public record Decided(CallingHours hours, boolean isOpen, Instant since, Instant until) {
        boolean holds(Instant now) {
            return now.isBefore(until) && !now.isBefore(since);
        }
    }
}
