package outdial.functions.api;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import outdial.call.Attempt;
import outdial.call.Attempts;
import outdial.call.Closing;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Status;

/// Whom a campaign calls, and how the calls went.
final class ReachedEndpoints {
    private final CampaignLookup lookup;
    private final Enrollments enrollments;
    private final Attempts attempts;
    private final EnrolledViews views;

    ReachedEndpoints(Ports ports) {
        this.lookup = new CampaignLookup(ports.books().campaigns());
        this.enrollments = ports.books().enrollments();
        this.attempts = ports.books().attempts();
        this.views = new EnrolledViews(ports);
    }

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
        return request.answer(
                enrollments.list(campaign.ref().id(), status, page).map(views.in(campaign)));
    }

    Answer calls(Request request) {
        Campaign campaign = lookup.find(request);
        return request.answer(attempts.list(campaign.ref().id(), request.page()).map(ReachedEndpoints::json));
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
