package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outdial.campaign.Campaign;
import outdial.contact.Contact;
import outdial.enrollment.Enrolled;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.Status;
import outdial.hours.Window;

/// The last decision before a call, from what is true at that moment. When unsure it does not call.
record Gate(Duration ringing) {
    Verdict decide(
            Instant now, Enrolled who, Optional<Campaign> campaign, Optional<Contact> contact, NumberRecord number) {
        if (!(campaign.orElse(null) instanceof Campaign.Active active))
            return new Verdict.Hold("campaign is not running", now);
        if (!isPersonStill(who, contact)) return new Verdict.Drop(Status.FAILED);
        return number.busyUntil(now)
                .<Verdict>map(until -> new Verdict.Hold("number is in another call", until))
                .orElseGet(() -> decide(now, active));
    }

    private Verdict decide(Instant now, Campaign.Active campaign) {
        if (campaign.settings().hasEnded(now)) return new Verdict.Hold("campaign has ended", now);
        if (!campaign.settings().hasBegun(now)) return new Verdict.Hold("campaign has not begun", now);
        Optional<Window> window = campaign.settings().window();
        if (window.isEmpty()) return new Verdict.Hold("campaign has no window", now);
        Optional<Instant> opening = window.get().in(List.of()).nextOpening(now, ringing);
        if (opening.isEmpty()) return new Verdict.Hold("window does not open", now);
        return opening.get().isAfter(now) ? new Verdict.Hold("window is closed", opening.get()) : new Verdict.Dial();
    }

    private static boolean isPersonStill(Enrolled who, Optional<Contact> contact) {
        return contact.flatMap(c -> c.profile().phone()).equals(Optional.of(who.phone()));
    }
}
