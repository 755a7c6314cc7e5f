package outdial.enrollment;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import outdial.call.AttemptId;
import outdial.call.Outcome;
import outdial.campaign.CampaignRef;
import outdial.campaign.RetryRules.Cause;
import outdial.contact.ContactId;
import outdial.phone.PhoneNumber;

/// What is true of an enrollment in every state. `attempts` counts the attempts that may have rung, `missed`
/// those of them that reached nobody, by cause; `home` is the lane the contact waits in until its first call,
/// and `since` the time since when it waits for the next one: when it was added, or its last call ended. `settled`
/// is what the contact is for good by a call whose end was told only after another one had begun.
public record Enrolled(
        CampaignRef campaign,
        ContactId contact,
        PhoneNumber phone,
        Lane home,
        int attempts,
        Map<Cause, Integer> missed,
        Optional<Last> last,
        Instant since,
        Optional<Status> settled) {
    public Enrolled {
        missed = Map.copyOf(missed);
    }

    /// Not called yet.
    public Enrolled(CampaignRef campaign, ContactId contact, PhoneNumber phone, Lane home, Instant added) {
        this(campaign, contact, phone, home, 0, Map.of(), Optional.empty(), added, Optional.empty());
    }

    /// The latest attempt that ended, and how. `unrung` counts the attempts in a row, up to this one, in which the
    /// network failed before the phone rang.
    public record Last(AttemptId attempt, Outcome outcome, int unrung) {
        /// The first of its kind in a row.
        public Last(AttemptId attempt, Outcome outcome) {
            this(attempt, outcome, outcome.kind() == Outcome.Kind.NOT_RUNG ? 1 : 0);
        }
    }

    public EnrollmentId id() {
        return new EnrollmentId(campaign.id(), contact);
    }

    /// Not an attempt that counts: the call was never placed.
    public Enrolled refused(AttemptId attempt, Outcome outcome) {
        Optional<Last> latest = Optional.of(new Last(attempt, outcome));
        return new Enrolled(campaign, contact, phone, home, attempts, missed, latest, since, settled);
    }

    public Enrolled after(AttemptId attempt, Outcome outcome, Instant endedAt) {
        if (outcome.kind() == Outcome.Kind.NOT_RUNG) {
            Optional<Last> failed = Optional.of(new Last(attempt, outcome, unrung() + 1));
            return new Enrolled(campaign, contact, phone, home, attempts, missed, failed, since, settled);
        }
        Optional<Last> latest = Optional.of(new Last(attempt, outcome));
        return new Enrolled(
                campaign, contact, phone, home, attempts + 1, counted(outcome, 1), latest, endedAt, settled);
    }

    /// As if the latest attempt, which counted, had not been concluded.
    public Enrolled beforeLast() {
        Map<Cause, Integer> before =
                last.map(latest -> counted(latest.outcome(), -1)).orElse(missed);
        return new Enrolled(campaign, contact, phone, home, attempts - 1, before, last, since, settled);
    }

    /// The contact waits in another calling group from now on.
    public Enrolled movedTo(Lane lane) {
        return new Enrolled(campaign, contact, phone, lane, attempts, missed, last, since, settled);
    }

    /// An earlier call than the latest was the last that was wanted; of two such calls the weightier counts.
    public Enrolled settledAs(Status status) {
        Status weightier = settled.filter(before -> before.outweighs(status)).orElse(status);
        return new Enrolled(campaign, contact, phone, home, attempts, missed, last, since, Optional.of(weightier));
    }

    /// How often in a row the network has failed before the phone rang.
    public int unrung() {
        return last.map(Last::unrung).orElse(0);
    }

    public int missed(Cause cause) {
        return missed.getOrDefault(cause, 0);
    }

    private Map<Cause, Integer> counted(Outcome outcome, int by) {
        Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
        counts.putAll(missed);
        causeOf(outcome).ifPresent(cause -> counts.put(cause, missed(cause) + by));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /// Why nobody was reached; empty where somebody was, or nobody can be.
    public static Optional<Cause> causeOf(Outcome outcome) {
        return switch (outcome) {
            case NO_ANSWER -> Optional.of(Cause.NO_ANSWER);
            case BUSY -> Optional.of(Cause.BUSY);
            case VOICEMAIL -> Optional.of(Cause.VOICEMAIL);
            case UNKNOWN -> Optional.of(Cause.FAILED);
            case COMPLETED,
                    INTERESTED,
                    NOT_INTERESTED,
                    CONFIRMED,
                    CALLBACK_REQUESTED,
                    WRONG_NUMBER,
                    DO_NOT_CALL,
                    INVALID_NUMBER,
                    REJECTED,
                    CARRIER_ERROR -> Optional.empty();
        };
    }
}
