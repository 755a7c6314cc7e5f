package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import outdial.campaign.Campaign;
import outdial.contact.Contact;
import outdial.contact.Profile;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment.Reason;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.Status;
import outdial.hours.Hours;
import outdial.rules.CallingHours;
import outdial.rules.Policy;

/// The last decision before a call, from what is true at that moment. When unsure it does not call.
record Gate(Law law, Duration ringing) {
    /// Before somebody is looked at again who cannot be called until something is known or changed.
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    /// All that is known of a contact whose turn it is.
    record Look(
            Enrolled who, Optional<Campaign> campaign, Policy policy, Optional<Contact> contact, NumberRecord number) {}

    Verdict decide(Instant now, Look look) {
        if (look.policy().stop().isPresent()) return new Verdict.Hold(Reason.STOP, now);
        Optional<Campaign.Active> running = running(look.campaign(), now);
        if (running.isEmpty()) return new Verdict.Hold(Reason.CAMPAIGN, now);
        return personStill(look)
                .map(profile -> decide(now, look, running.get(), profile))
                .orElseGet(() -> new Verdict.Drop(Status.FAILED, "the contact is gone, or has another number"));
    }

    /// The campaign, if calls may go out for it.
    static Optional<Campaign.Active> running(Optional<Campaign> campaign, Instant now) {
        return campaign.orElse(null) instanceof Campaign.Active active
                        && active.settings().hasBegun(now)
                        && !active.settings().hasEnded(now)
                ? Optional.of(active)
                : Optional.empty();
    }

    private static Optional<Profile> personStill(Look look) {
        return look.contact()
                .map(Contact::profile)
                .filter(profile -> profile.phone().equals(Optional.of(look.who().phone())));
    }

    private Verdict decide(Instant now, Look look, Campaign.Active campaign, Profile profile) {
        if (!campaign.details().releases(look.who().since())) return new Verdict.Hold(Reason.CAMPAIGN, now);
        Optional<String> objection = campaign.settings().eligibility().objection(profile::values);
        if (objection.isPresent()) return new Verdict.Drop(Status.DISQUALIFIED, objection.get());
        Optional<Instant> busy = look.number().busyUntil(now);
        if (busy.isPresent()) return new Verdict.Hold(Reason.NUMBER_BUSY, busy.get());
        CallingHours hours = law.hours(
                campaign.settings(),
                look.policy().switches(),
                law.areaOf(look.who().phone(), profile),
                now);
        return switch (hours) {
            case CallingHours.Unknown _ -> new Verdict.Hold(Reason.WHEREABOUTS, now.plus(LOOK_AGAIN));
            case CallingHours.Known known -> decide(now, known, look.number());
        };
    }

    private Verdict decide(Instant now, CallingHours.Known lawful, NumberRecord number) {
        Optional<Instant> quiet = lawful.forbidUntil(number.history(), now);
        if (quiet.isPresent()) return new Verdict.Hold(Reason.FREQUENCY, quiet.get());
        Hours hours = lawful.hours();
        if (hours.isOpen(now, ringing)) return new Verdict.Dial();
        return new Verdict.Hold(Reason.HOURS, hours.nextOpening(now, ringing).orElse(now.plus(LOOK_AGAIN)));
    }
}
