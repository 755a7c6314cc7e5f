package outdial.functions.api;

import java.time.Duration;
import outdial.campaign.Campaign;
import outdial.contact.ContactId;
import outdial.dialing.Wakeups;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Status;

/// What can be done to one contact of a campaign. Each is one conditional write; who loses the race looks
/// again, once. A call that is under way cannot be taken back. What is so already is answered as it is.
final class ContactActions {
    private static final int MOST_TRIES = 2;

    private final CampaignLookup lookup;
    private final Enrollments enrollments;
    private final EnrolledViews views;
    private final Wakeups wakeups;

    ContactActions(Ports ports) {
        this.lookup = new CampaignLookup(ports.books().campaigns());
        this.enrollments = ports.books().enrollments();
        this.views = new EnrolledViews(ports);
        this.wakeups = ports.wakeups();
    }

    Answer skip(Request request) {
        return answer(changed(request, enrollment -> switch (enrollment) {
            case Enrollment.Idle idle -> idle.finish(Status.SKIPPED);
            case Enrollment.Leased _ -> throw beingCalled("skip");
            case Enrollment.Finished done ->
                done.status() == Status.SKIPPED ? done : refuse(done, "only who waits can be skipped");
        }));
    }

    Answer disable(Request request) {
        String why = request.bodyIfAny("reason")
                .flatMap(body -> body.optionalText("reason", StopEndpoints.LONGEST_REASON))
                .orElse("");
        return answer(changed(request, enrollment -> switch (enrollment) {
            case Enrollment.Waiting waiting -> waiting.hold(why);
            case Enrollment.Held held -> held;
            case Enrollment.Leased _ -> throw beingCalled("disable");
            case Enrollment.Finished done -> refuse(done, "only who waits can be disabled");
        }));
    }

    /// Whoever is due by now is called at once.
    Answer enable(Request request) {
        Changed changed = changed(request, enrollment -> switch (enrollment) {
            case Enrollment.Held held -> held.waiting();
            case Enrollment.Waiting _, Enrollment.Leased _ -> enrollment;
            case Enrollment.Finished done -> refuse(done, "only who is disabled can be enabled");
        });
        Awakening.look(wakeups, request, changed.campaign().ref(), Duration.ZERO);
        return answer(changed);
    }

    private record Changed(Campaign campaign, Enrollment now) {}

    private Changed changed(Request request, Change change) {
        for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
            Campaign campaign = open(lookup.find(request));
            EnrollmentId id = new EnrollmentId(campaign.ref().id(), new ContactId(request.id("contactId")));
            Enrollment from =
                    enrollments.find(id).orElseThrow(() -> Refusal.notFound("This contact is not in the campaign."));
            Enrollment to = change.of(from);
            if (to.equals(from) || write(campaign, from, to)) return new Changed(campaign, to);
        }
        throw Refusal.of(
                ProblemType.CHANGED_MEANWHILE, "The contact was changed at the same time; look at it and try again.");
    }

    private Answer answer(Changed changed) {
        return Answer.ok(views.in(changed.campaign()).apply(changed.now()));
    }

    private static Campaign open(Campaign campaign) {
        if (campaign.takesContacts()) return campaign;
        throw Refusal.of(
                ProblemType.ACTION_NOT_ALLOWED,
                "The campaign is " + campaign.status() + "; its contacts stay as they are.");
    }

    private boolean write(Campaign campaign, Enrollment from, Enrollment to) {
        return switch (from) {
            case Enrollment.Held held when to.equals(held.waiting()) -> enrollments.enable(held, campaign);
            case Enrollment.Idle idle -> enrollments.change(idle, to);
            case Enrollment.Leased _, Enrollment.Finished _ -> throw new IllegalStateException(from + " cannot change");
        };
    }

    private static Refusal beingCalled(String action) {
        return Refusal.of(
                ProblemType.ACTION_NOT_ALLOWED,
                "The contact is being called; " + action + " it when the call is over.");
    }

    private static Enrollment refuse(Enrollment.Finished done, String rule) {
        throw Refusal.of(ProblemType.ACTION_NOT_ALLOWED, "The contact is " + done.status() + " already; " + rule + ".");
    }

    /// What a contact becomes.
    private interface Change {
        /// @throws Refusal its state does not allow it
        Enrollment of(Enrollment enrollment);
    }
}
