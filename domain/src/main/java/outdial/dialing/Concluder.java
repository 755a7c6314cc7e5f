package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import outdial.call.Attempt;
import outdial.call.Closing;
import outdial.call.Ended;
import outdial.call.LatestResults;
import outdial.call.Outcome;
import outdial.campaign.CampaignRef;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Lane;
import outdial.enrollment.NumberRecord;

/// Ends attempts: frees the slots and decides what becomes of the contact, in one transaction; then does what
/// follows, which may be repeated. A report that comes twice changes nothing, one that comes after the lease amends
/// what the lease assumed.
public final class Concluder {
    /// An enrollment that changes under us is read again; more than a few times means that something else is wrong.
    private static final int MOST_READS = 4;

    /// A carrier that cannot be asked for its records for so long after a lease keeps the slot no longer.
    private static final Duration PATIENCE_WITH_RECORDS = Duration.ofMinutes(10);

    /// What calls may come to of which nobody told more.
    private static final Set<Outcome> ASSUMED = EnumSet.of(Outcome.UNKNOWN, Outcome.COMPLETED);

    private final Books books;
    private final Books glances;
    private final Retries retries;
    private final OptOuts optOuts;
    private final LatestResults results;
    private final Wakeups wakeups;
    private final Handover handover;
    private final CallRecords records;
    private final InstantSource clock;

    /// What hears of a call that is over.
    public record FollowUp(LatestResults results, Wakeups wakeups, Handover handover) {}

    /// @param glances the same books, read at half the price and perhaps out of date: enough for what the write
    /// checks again
    /// @param records asked before a call whose end nobody reported is given up
    public Concluder(
            Books books, Books glances, Retries retries, FollowUp followUp, CallRecords records, InstantSource clock) {
        this.books = books;
        this.glances = glances;
        this.retries = retries;
        this.records = records;
        this.optOuts = new OptOuts(books);
        this.results = followUp.results();
        this.wakeups = followUp.wakeups();
        this.handover = followUp.handover();
        this.clock = clock;
    }

    /// The carrier reports that a call is over. May be repeated; throws where the books cannot be written, so
    /// that the report is delivered again.
    public void ended(Ended report) {
        attemptOf(report).ifPresent(attempt -> {
            Attempt closed = attempt.close(report.closing());
            follow(closed, isSettled(attempt) ? Concluded.NOTHING : conclude(closed));
        });
    }

    /// What is settled stays so; what is not, the write checks.
    private Optional<Attempt> attemptOf(Ended report) {
        return glances.attempts()
                .find(report.contact(), report.attempt())
                .or(() -> books.attempts().find(report.contact(), report.attempt()));
    }

    /// Nobody reported the end of the call before its lease was over: the carrier's own records are asked.
    /// Where they cannot be, the call stays as it is for the next pass, but not for ever.
    void leaseOver(Enrollment.Dialing dialing, Instant now) {
        boolean patient = now.isBefore(dialing.leaseEnd().plus(PATIENCE_WITH_RECORDS));
        books.attempts().find(dialing.id().contact(), dialing.attempt()).ifPresent(attempt -> {
            switch (records.of(attempt)) {
                case CallRecords.Finding.Over(Ended report) -> ended(report);
                case CallRecords.Finding.TookPlace tookPlace -> assume(dialing, attempt, closing(tookPlace));
                case CallRecords.Finding.Nothing() -> assume(dialing, attempt, unknown(now));
                case CallRecords.Finding.NotNow() -> {
                    if (!patient) assume(dialing, attempt, unknown(now));
                }
            }
        });
    }

    /// Nothing follows where somebody reported the end meanwhile.
    private void assume(Enrollment.Dialing dialing, Attempt attempt, Closing closing) {
        Attempt closed = attempt.close(closing);
        Enrollment next = retries.after(dialing.who(), dialing.lane(), closed);
        if (books.enrollments().conclude(dialing, next, closed))
            follow(closed, new Concluded(Optional.of(next), false));
    }

    /// Counted as an attempt of unknown outcome.
    private static Closing unknown(Instant now) {
        return new Closing(
                Outcome.UNKNOWN, Closing.By.LEASE, Optional.empty(), OptionalInt.empty(), Optional.empty(), now);
    }

    /// Who answered is not called again, whatever was said; who did not may have been busy, or have no such number.
    private static Closing closing(CallRecords.Finding.TookPlace call) {
        return new Closing(
                call.answered() ? Outcome.COMPLETED : Outcome.UNKNOWN,
                Closing.By.LEASE,
                Optional.of(call.carrierCallId()),
                OptionalInt.empty(),
                Optional.empty(),
                call.endedAt());
    }

    /// Only what the lease assumed can still be amended.
    private static boolean isSettled(Attempt attempt) {
        return attempt.closing()
                .filter(closing -> closing.by() != Closing.By.LEASE)
                .isPresent();
    }

    /// What the contact became, empty where the attempt had no say in that any more, and whether another took its
    /// slots.
    private record Concluded(Optional<Enrollment> next, boolean handedOver) {
        static final Concluded NOTHING = new Concluded(Optional.empty(), false);
    }

    private Concluded conclude(Attempt closed) {
        EnrollmentId id = new EnrollmentId(closed.campaign().id(), closed.contact());
        for (int read = 0; read < MOST_READS; read++) {
            Enrollment enrollment = read == 0 ? enrollmentOf(id, closed) : found(id);
            Optional<Enrollment> next = nextOf(enrollment, closed);
            boolean handedOver =
                    next.filter(to -> handOver(enrollment, to, closed)).isPresent();
            if (handedOver || next.isEmpty() || write(enrollment, next.get(), closed)) {
                boolean closedWithIt = next.isPresent() && isCallOf(enrollment, closed);
                // The contact first: were it the other way round, a crash in between would leave the wrong retry.
                if (!closedWithIt) books.attempts().amend(closed);
                return new Concluded(next, handedOver);
            }
        }
        throw new IllegalStateException("enrollment of attempt " + closed.id() + " keeps changing");
    }

    /// At a glance, a call under way is all there is to see: whatever else is seen may be out of date.
    private Enrollment enrollmentOf(EnrollmentId id, Attempt closed) {
        return glances.enrollments()
                .find(id)
                .filter(seen -> isCallOf(seen, closed))
                .orElseGet(() -> found(id));
    }

    private static boolean isCallOf(Enrollment enrollment, Attempt attempt) {
        return enrollment instanceof Enrollment.Dialing call && call.attempt().equals(attempt.id());
    }

    private Enrollment found(EnrollmentId id) {
        return books.enrollments().find(id).orElseThrow();
    }

    /// A call under way becomes what its outcome says. What the lease had assumed is replaced by the truth,
    /// which may forbid the retry, even one that is on its way to a dialer, also where there was another call
    /// since. While another call goes on, it learns that this one was the last that was wanted.
    private Optional<Enrollment> nextOf(Enrollment enrollment, Attempt closed) {
        Enrolled who = enrollment.who();
        return switch (enrollment) {
            case Enrollment.Dialing dialing ->
                isCallOf(dialing, closed)
                        ? Optional.of(retries.after(who, dialing.lane(), closed))
                        : settled(who, closed).map(dialing::learn);
            case Enrollment.Waiting waiting ->
                inPlaceOfAssumed(who, waiting.lane(), closed).or(() -> withdrawn(who, closed));
            case Enrollment.Held held ->
                inPlaceOfAssumed(who, held.waiting().lane(), closed)
                        .map(held::amend)
                        .or(() -> withdrawn(who, closed));
            case Enrollment.Queued queued ->
                inPlaceOfAssumed(who, queued.lane(), closed).or(() -> withdrawn(who, closed));
            case Enrollment.Finished finished ->
                inPlaceOfAssumed(who, who.home(), closed)
                        .<Enrollment>map(finished::amend)
                        .or(() -> settled(who, closed).map(finished::learn));
        };
    }

    private Optional<Enrollment> inPlaceOfAssumed(Enrolled who, Lane lane, Attempt closed) {
        return isAssumed(who, closed) ? Optional.of(retries.after(who.beforeLast(), lane, closed)) : Optional.empty();
    }

    private static Optional<Enrollment> withdrawn(Enrolled who, Attempt closed) {
        return settled(who, closed)
                .map(known -> new Enrollment.Finished(known, known.settled().orElseThrow()));
    }

    /// With what is known for good by this call; empty where that is nothing new.
    private static Optional<Enrolled> settled(Enrolled who, Attempt closed) {
        return RetryPolicy.finalAfter(closed.closing().orElseThrow().outcome())
                .map(who::settledAs)
                .filter(known -> !known.equals(who));
    }

    private boolean handOver(Enrollment from, Enrollment next, Attempt closed) {
        return from instanceof Enrollment.Dialing dialing
                && isCallOf(dialing, closed)
                && handover.conclude(dialing, next, closed);
    }

    private boolean write(Enrollment from, Enrollment next, Attempt closed) {
        return switch (from) {
            case Enrollment.Dialing dialing ->
                isCallOf(dialing, closed)
                        ? books.enrollments().conclude(dialing, next, closed)
                        : next instanceof Enrollment.Dialing to
                                && books.enrollments().learn(dialing, to);
            case Enrollment.Idle idle -> books.enrollments().change(idle, next);
            case Enrollment.Queued queued -> books.enrollments().release(queued, next);
            case Enrollment.Finished finished ->
                next instanceof Enrollment.Finished to && books.enrollments().correct(finished, to);
        };
    }

    /// The carrier tells one thing of a call: where another is on record, it was assumed.
    private static boolean isAssumed(Enrolled who, Attempt closed) {
        return who.last()
                .filter(last -> last.attempt().equals(closed.id()))
                .filter(last -> ASSUMED.contains(last.outcome()))
                .filter(last -> last.outcome() != closed.closing().orElseThrow().outcome())
                .isPresent();
    }

    /// All of it may be repeated, and is, each time the same report arrives.
    private void follow(Attempt closed, Concluded concluded) {
        Closing closing = closed.closing().orElseThrow();
        CampaignRef campaign = closed.campaign();
        books.numbers().free(campaign.workspace(), closed.route().to(), closed.id(), heard(closed));
        if (closing.outcome() == Outcome.DO_NOT_CALL) optOuts.stop(optOut(closed, closing));
        results.note(campaign.workspace(), closed.contact(), closing.outcome(), closed.startedAt());
        if (!concluded.handedOver()) wakeups.slotFreed(campaign);
        if (concluded.next().orElse(null) instanceof Enrollment.Waiting waiting) wakeWhenDue(campaign, waiting);
    }

    private static NumberRecord.Heard heard(Attempt closed) {
        return closed.closing()
                .map(closing -> NumberRecord.Heard.in(closing.outcome(), closing.endedAt()))
                .orElse(NumberRecord.Heard.NOTHING);
    }

    private void wakeWhenDue(CampaignRef campaign, Enrollment.Waiting waiting) {
        Duration wait = Duration.between(clock.instant(), waiting.dueAt());
        if (wait.compareTo(Timing.HORIZON) <= 0) wakeups.look(campaign, wait.isNegative() ? Duration.ZERO : wait);
    }

    private static DoNotCallEntry optOut(Attempt attempt, Closing closing) {
        return new DoNotCallEntry(
                attempt.campaign().workspace(),
                attempt.route().to(),
                Set.of(Channel.PHONE),
                "CALL",
                "asked in call " + attempt.id(),
                closing.endedAt());
    }
}
