package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Closing;
import outdial.call.Ended;
import outdial.call.LatestResults;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.RetryRules;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;

/// Ends attempts: frees the slots and decides what becomes of the contact, in one transaction; then does what follows,
/// which
/// may be repeated. A report that comes twice changes nothing, one that comes after the lease amends what the lease
/// assumed.
public final class Concluder {
    /// An enrollment that changes under us is read again; more than a few times means that something else is wrong.
    private static final int MOST_READS = 4;

    private final Books books;
    private final OptOuts optOuts;
    private final LatestResults results;
    private final Wakeups wakeups;
    private final InstantSource clock;

    public Concluder(Books books, LatestResults results, Wakeups wakeups, InstantSource clock) {
        this.books = books;
        this.optOuts = new OptOuts(books);
        this.results = results;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /// The carrier reports that a call is over. May be repeated; throws where the books cannot be written, so that the
    /// report
    /// is delivered again.
    public void ended(Ended report) {
        books.attempts().find(report.contact(), report.attempt()).ifPresent(attempt -> {
            Optional<Enrollment> next = conclude(attempt.close(report.closing()));
            follow(attempt.close(report.closing()), next);
        });
    }

    /// Nobody reported the end of the call before its lease was over: counted as an attempt of unknown outcome.
    void leaseOver(Enrollment.Dialing dialing, Instant now) {
        Closing unknown = new Closing(
                Outcome.UNKNOWN, Closing.By.LEASE, Optional.empty(), OptionalInt.empty(), Optional.empty(), now);
        books.attempts().find(dialing.id().contact(), dialing.attempt()).ifPresent(attempt -> {
            Attempt closed = attempt.close(unknown);
            follow(closed, conclude(closed));
        });
    }

    /// Answers what the contact became; empty where the attempt was concluded before.
    private Optional<Enrollment> conclude(Attempt closed) {
        EnrollmentId id = new EnrollmentId(closed.campaign().id(), closed.contact());
        for (int read = 0; read < MOST_READS; read++) {
            Optional<Enrollment> enrollment = books.enrollments().find(id);
            if (!(enrollment.orElse(null) instanceof Enrollment.Dialing dialing)
                    || !dialing.attempt().equals(closed.id())) {
                return amend(closed, enrollment);
            }
            Enrollment next = next(dialing.who(), dialing.lane(), closed);
            if (books.enrollments().conclude(dialing, next, closed)) return Optional.of(next);
        }
        throw new IllegalStateException("enrollment of attempt " + closed.id() + " keeps changing");
    }

    /// The slot was freed before. Where that was by the lease, the report is the truth: it replaces what was assumed,
    /// and
    /// withdraws a retry that it forbids.
    private Optional<Enrollment> amend(Attempt closed, Optional<Enrollment> enrollment) {
        if (!books.attempts().amend(closed)) return Optional.empty();
        if (enrollment.orElse(null) instanceof Enrollment.Waiting waiting && isLatest(closed.id(), waiting.who())) {
            Enrollment next = next(beforeLast(waiting.who()), waiting.lane(), closed);
            books.enrollments().change(waiting, next);
            return Optional.of(next);
        }
        return Optional.empty();
    }

    private static boolean isLatest(AttemptId attempt, Enrolled who) {
        return who.last().filter(last -> last.attempt().equals(attempt)).isPresent();
    }

    /// As if the latest attempt, which counted, had not been concluded.
    private static Enrolled beforeLast(Enrolled who) {
        return new Enrolled(who.campaign(), who.contact(), who.phone(), who.home(), who.attempts() - 1, who.last());
    }

    private Enrollment next(Enrolled who, outdial.enrollment.Lane lane, Attempt closed) {
        Closing closing = closed.closing().orElseThrow();
        RetryRules rules = books.campaigns()
                .find(closed.campaign())
                .map(Campaign::settings)
                .orElseThrow()
                .retries();
        return RetryPolicy.after(
                who.after(closed.id(), closing.outcome()), lane, closing.outcome(), rules, closing.endedAt());
    }

    /// All of it may be repeated, and is, each time the same report arrives.
    private void follow(Attempt closed, Optional<Enrollment> next) {
        Closing closing = closed.closing().orElseThrow();
        CampaignRef campaign = closed.campaign();
        books.numbers().free(campaign.workspace(), closed.route().to(), closed.id());
        if (closing.outcome() == Outcome.DO_NOT_CALL) optOuts.stop(optOut(closed, closing));
        results.note(campaign.workspace(), closed.contact(), closing.outcome(), closing.endedAt());
        wakeups.slotFreed(campaign);
        if (next.orElse(null) instanceof Enrollment.Waiting waiting) wakeWhenDue(campaign, waiting);
    }

    private void wakeWhenDue(CampaignRef campaign, Enrollment.Waiting waiting) {
        Duration wait = Duration.between(clock.instant(), waiting.dueAt());
        if (wait.compareTo(Timing.HORIZON) <= 0) wakeups.look(campaign, wait.isNegative() ? Duration.ZERO : wait);
    }

    private static DoNotCallEntry optOut(Attempt attempt, Closing closing) {
        return new DoNotCallEntry(
                attempt.campaign().workspace(),
                attempt.route().to(),
                java.util.Set.of(Channel.PHONE),
                "CALL",
                "asked in call " + attempt.id(),
                closing.endedAt());
    }
}
