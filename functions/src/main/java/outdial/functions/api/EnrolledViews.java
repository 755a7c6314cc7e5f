package outdial.functions.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.dialing.Law;
import outdial.dialing.NextCalls;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.rules.Policies;

/// Contacts of a campaign as the API shows them.
final class EnrolledViews {
    private static final String PAUSED = "CAMPAIGN_PAUSED";

    private final Policies policies;
    private final Law law;
    private final Duration ringing;
    private final InstantSource clock;

    EnrolledViews(Ports ports) {
        this.policies = ports.books().policies();
        this.law = ports.rules().law();
        this.ringing = ports.ringing();
        this.clock = ports.clock();
    }

    /// A contact in a campaign; `waitingFor` and `nextActionAt` while it waits, `why` where it is disabled, or
    /// final and the last outcome does not say it all.
    record EnrolledJson(
            String contactId,
            String phone,
            String status,
            int attempts,
            Optional<Outcome> lastOutcome,
            Optional<Enrollment.Reason> waitingFor,
            Optional<Instant> nextActionAt,
            Optional<String> why) {}

    /// How the campaign's contacts are shown now.
    Function<Enrollment, EnrolledJson> in(Campaign campaign) {
        NextCalls calls = new NextCalls(
                law,
                campaign.settings(),
                policies.of(campaign.ref().workspace()).switches(),
                clock.instant(),
                ringing);
        return enrollment -> json(enrollment, campaign, calls);
    }

    private static EnrolledJson json(Enrollment enrollment, Campaign campaign, NextCalls calls) {
        Enrolled who = enrollment.who();
        Optional<NextCalls.Next> next =
                enrollment instanceof Enrollment.Waiting waiting ? Optional.of(calls.of(waiting)) : Optional.empty();
        return new EnrolledJson(
                who.contact().value(),
                who.phone().e164(),
                status(enrollment, campaign),
                who.attempts(),
                who.last().map(Enrolled.Last::outcome),
                next.map(NextCalls.Next::waitingFor),
                next.flatMap(NextCalls.Next::at),
                Optional.of(why(enrollment)).filter(why -> !why.isEmpty()));
    }

    private static String why(Enrollment enrollment) {
        return switch (enrollment) {
            case Enrollment.Finished finished -> finished.why();
            case Enrollment.Held held -> held.why();
            case Enrollment.Waiting _, Enrollment.Leased _ -> "";
        };
    }

    /// A paused campaign lays its pause over those who wait.
    private static String status(Enrollment enrollment, Campaign campaign) {
        return switch (enrollment) {
            case Enrollment.Waiting _, Enrollment.Queued _ ->
                campaign instanceof Campaign.Paused
                        ? PAUSED
                        : enrollment.status().name();
            case Enrollment.Dialing _, Enrollment.Held _, Enrollment.Finished _ ->
                enrollment.status().name();
        };
    }
}
