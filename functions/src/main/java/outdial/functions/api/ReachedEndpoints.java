package outdial.functions.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import outdial.call.Attempt;
import outdial.call.Attempts;
import outdial.call.Closing;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.contact.ContactId;
import outdial.dialing.Law;
import outdial.dialing.NextCalls;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Status;
import outdial.rules.Policies;

/// Whom a campaign calls, and how the calls went.
final class ReachedEndpoints {
    private static final String PAUSED = "CAMPAIGN_PAUSED";

    private final CampaignLookup lookup;
    private final Enrollments enrollments;
    private final Attempts attempts;
    private final Policies policies;
    private final Law law;
    private final Duration ringing;
    private final InstantSource clock;

    ReachedEndpoints(Ports ports) {
        this.lookup = new CampaignLookup(ports.books().campaigns());
        this.enrollments = ports.books().enrollments();
        this.attempts = ports.books().attempts();
        this.policies = ports.books().policies();
        this.law = ports.rules().law();
        this.ringing = ports.ringing();
        this.clock = ports.clock();
    }

    /// A contact in a campaign; `waitingFor` and `nextActionAt` while it waits, `why` where it is final and the last
    /// outcome does not say it all.
    record EnrolledJson(
            String contactId,
            String phone,
            String status,
            int attempts,
            Optional<Outcome> lastOutcome,
            Optional<Enrollment.Reason> waitingFor,
            Optional<Instant> nextActionAt,
            Optional<String> why) {}

    /// A call that is over; `number` counts the contact's calls in the campaign from 1.
    record CallJson(
            String attemptId,
            String contactId,
            String to,
            String from,
            int number,
            Instant startedAt,
            Optional<Instant> answeredAt,
            Optional<Instant> endedAt,
            long talkSeconds,
            Optional<Outcome> outcome,
            OptionalInt sipCode) {}

    Answer contacts(Request request) {
        Campaign campaign = lookup.find(request);
        var page = request.page("status");
        Optional<Status> status = request.query("status").map(text -> Fields.choiceOf("status", text, Status.class));
        NextCalls next = next(campaign);
        return request.answer(
                enrollments.list(campaign.ref().id(), status, page).map(one -> json(one, campaign, next)));
    }

    private NextCalls next(Campaign campaign) {
        return new NextCalls(
                law,
                campaign.settings(),
                policies.of(campaign.ref().workspace()).switches(),
                clock.instant(),
                ringing);
    }

    /// Only who waits is skipped: a call that is under way cannot be taken back.
    Answer skip(Request request) {
        Campaign campaign = lookup.find(request);
        if (!campaign.takesContacts()) {
            throw Refusal.of(
                    ProblemType.ACTION_NOT_ALLOWED,
                    "The campaign is " + campaign.status() + "; its contacts stay as they are.");
        }
        EnrollmentId id = new EnrollmentId(campaign.ref().id(), new ContactId(request.id("contactId")));
        Enrollment enrollment =
                enrollments.find(id).orElseThrow(() -> Refusal.notFound("This contact is not in the campaign."));
        return Answer.ok(json(skipped(enrollment), campaign, next(campaign)));
    }

    private Enrollment skipped(Enrollment enrollment) {
        return switch (enrollment) {
            case Enrollment.Waiting waiting -> {
                Enrollment.Finished skipped = waiting.finish(Status.SKIPPED);
                if (!enrollments.change(waiting, skipped)) throw beingCalled();
                yield skipped;
            }
            case Enrollment.Queued _, Enrollment.Dialing _ -> throw beingCalled();
            case Enrollment.Finished finished -> {
                if (finished.status() == Status.SKIPPED) yield finished;
                throw Refusal.of(
                        ProblemType.ACTION_NOT_ALLOWED,
                        "The contact is " + finished.status() + " already; only who waits can be skipped.");
            }
        };
    }

    private static Refusal beingCalled() {
        return Refusal.of(
                ProblemType.ACTION_NOT_ALLOWED, "The contact is being called; skip it when the call is over.");
    }

    Answer calls(Request request) {
        Campaign campaign = lookup.find(request);
        return request.answer(attempts.list(campaign.ref().id(), request.page()).map(ReachedEndpoints::json));
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
                enrollment instanceof Enrollment.Finished finished
                        ? Optional.of(finished.why()).filter(why -> !why.isEmpty())
                        : Optional.empty());
    }

    /// A paused campaign lays its pause over those who wait.
    private static String status(Enrollment enrollment, Campaign campaign) {
        return switch (enrollment) {
            case Enrollment.Waiting _, Enrollment.Queued _ ->
                campaign instanceof Campaign.Paused
                        ? PAUSED
                        : enrollment.status().name();
            case Enrollment.Dialing _, Enrollment.Finished _ ->
                enrollment.status().name();
        };
    }

    private static CallJson json(Attempt attempt) {
        Optional<Closing> closing = attempt.closing();
        return new CallJson(
                attempt.id().value(),
                attempt.contact().value(),
                attempt.route().to().e164(),
                attempt.route().from().e164(),
                attempt.number(),
                attempt.startedAt(),
                closing.flatMap(Closing::answeredAt),
                closing.map(Closing::endedAt),
                closing.map(ended -> ended.talkTime().toSeconds()).orElse(0L),
                closing.map(Closing::outcome),
                closing.map(Closing::sipCode).orElseGet(OptionalInt::empty));
    }
}
