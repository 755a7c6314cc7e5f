package outdial.dialing;

import java.time.Instant;
import outdial.campaign.Settings;
import outdial.contact.Profile;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.Atlas;
import outdial.rules.CallingHours;
import outdial.rules.Rulebook;
import outdial.rules.Switches;
import outdial.rules.Terms;
import outdial.rules.Whereabouts;

/// When the law and a campaign allow calls, and where contacts may be.
public final class Law {
    private final Rulebook rulebook;
    private final Whereabouts whereabouts;

    public Law(Rulebook rulebook, Atlas atlas) {
        this.rulebook = rulebook;
        this.whereabouts = new Whereabouts(atlas);
    }

    /// Wherever the number, the address or the time zone of the contact allows.
    public Area areaOf(PhoneNumber phone, Profile profile) {
        return whereabouts.of(phone, profile.address(), profile.place().timeZone());
    }

    public CallingHours hours(Settings settings, Switches switches, Area area, Instant now) {
        return rulebook.hours(new Terms(settings.window(), settings.purpose(), switches), area, now);
    }
}
