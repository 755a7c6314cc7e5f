package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import outdial.campaign.Settings;
import outdial.contact.Profile;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.Atlas;
import outdial.rules.CallingHours;
import outdial.rules.Region;
import outdial.rules.Rulebook;
import outdial.rules.Switches;
import outdial.rules.Terms;
import outdial.rules.Whereabouts;

/// When the law and a campaign allow calls, and where contacts may be.
public final class Law {
    private final Rulebook rulebook;
    private final Atlas atlas;
    private final Whereabouts whereabouts;

    public Law(Rulebook rulebook, Atlas atlas) {
        this.rulebook = rulebook;
        this.atlas = atlas;
        this.whereabouts = new Whereabouts(atlas);
    }

    /// Wherever the number, the address or the time zone of the contact allows.
    public Area areaOf(PhoneNumber phone, Profile profile) {
        return whereabouts.of(phone, profile.address(), profile.place().timeZone());
    }

    /// Wherever the number, the address or the time zone (IANA name) allows.
    public Area areaOf(PhoneNumber phone, Atlas.Address address, String timeZone) {
        return whereabouts.of(phone, address, timeZone);
    }

    public CallingHours hours(Settings settings, Switches switches, Area area, Instant now) {
        return rulebook.hours(new Terms(settings.window(), settings.purpose(), switches), area, now);
    }

    /// Whether a call can ever go out to some part of the country, in any one of its time zones. The parts of a
    /// country only add to its law, so the law of the whole country decides.
    public boolean everOpens(Settings settings, Switches switches, Region country, Instant from, Duration ringing) {
        Rulebook national = new Rulebook(rulebook.rules().stream()
                .filter(rule -> rule.region().equals(country))
                .toList());
        Terms terms = new Terms(settings.window(), settings.purpose(), switches);
        return zonesOf(country).stream()
                .map(zone -> national.hours(terms, Area.of(List.of(zone), List.of(country.code())), from))
                .anyMatch(hours -> opens(hours, from, ringing));
    }

    public SortedSet<String> zonesOf(Region country) {
        return atlas.ofAddress(new Atlas.Address("", country.code(), "")).zones();
    }

    private static boolean opens(CallingHours hours, Instant from, Duration ringing) {
        return switch (hours) {
            case CallingHours.Known known ->
                known.hours().nextOpening(from, ringing).isPresent();
            case CallingHours.Unknown _ -> false;
        };
    }

    public Rulebook rulebook() {
        return rulebook;
    }
}
