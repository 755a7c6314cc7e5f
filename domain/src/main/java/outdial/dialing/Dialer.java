package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import outdial.call.Attempt;
import outdial.campaign.Campaign;
import outdial.contact.Contact;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Dialing;
import outdial.enrollment.Enrollment.Queued;
import outdial.enrollment.Enrollment.Reason;
import outdial.enrollment.Enrollment.Waiting;
import outdial.enrollment.Enrollments.Dial;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.enrollment.Token;
import outdial.phone.PhoneNumber;
import outdial.rules.Policy;
import outdial.workspace.WorkspaceId;

/// Calls one claimed contact, at most once: looks at everything again, writes the attempt under every condition
/// that must hold, and only then asks the carrier. An order that is late, double or unknown does nothing.
public final class Dialer {
    /// A contact or number that changed between the look and the write is looked at again after this.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /// Time for the write before a paced start, so that the call starts on time.
    private static final Duration LEAD = Duration.ofMillis(50);

    /// So long what was seen holds, and a start is on time: who is held up for longer looks again before the write,
    /// and does not ask the carrier after it.
    private static final Duration LOOK_HOLDS = Duration.ofSeconds(2);

    /// Looks that took too long, one after the other, before the contact is put back.
    private static final int MOST_LOOKS = 3;

    private final Books books;
    private final Books glances;
    private final DialLine line;
    private final Gate gate;
    private final Placements placements;
    private final Pauses pauses;

    /// @param glances the same books, read at half the price and perhaps out of date: enough for what the write
    /// checks again
    public Dialer(Books books, Books glances, DialLine line, Carrier carrier, Pauses pauses) {
        this.books = books;
        this.glances = glances;
        this.line = line;
        this.gate = new Gate(line.law(), line.timing().ringing());
        this.placements = new Placements(books, line, carrier);
        this.pauses = pauses;
    }

    public void dial(DialOrder order) {
        claimed(glances, order)
                .or(() -> claimed(books, order))
                .filter(this::hasRoom)
                .ifPresent(queued -> dial(queued, order.probe()));
    }

    private static Optional<Queued> claimed(Books from, DialOrder order) {
        return from.enrollments().find(order.enrollment()).flatMap(enrollment -> claimed(enrollment, order.token()));
    }

    private static Optional<Queued> claimed(Enrollment enrollment, Token token) {
        return enrollment instanceof Queued queued && queued.token().equals(token)
                ? Optional.of(queued)
                : Optional.empty();
    }

    /// Too late in its lease the claim is left to heal.
    private boolean hasRoom(Queued queued) {
        return line.clock().instant().plus(Timing.DIALER_ROOM).isBefore(queued.leaseEnd());
    }

    private void dial(Queued queued, boolean probe) {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            Optional<Seen> seen = look(queued);
            if (seen.isEmpty()) return;
            if (seen.get().holds(line.clock().instant())) {
                start(queued, seen.get(), probe);
                return;
            }
        }
        putBack(queued, queued.release(line.clock().instant().plus(LOOK_AGAIN)));
    }

    /// A campaign as it was at that time, or later.
    private record Sight(Instant at, Optional<Campaign> campaign) {}

    private Sight sight(Queued queued) {
        Instant at = line.clock().instant();
        return new Sight(at, books.campaigns().find(queued.who().campaign()));
    }

    /// What the decision to dial was based on, looked at from `since` on; the write checks that it still holds.
    private record Seen(Instant since, Instant startAt, long contactVersion, NumberRecord number) {
        boolean holds(Instant now) {
            return !now.isAfter(since.plus(LOOK_HOLDS)) && !now.isAfter(startAt.plus(LOOK_HOLDS));
        }
    }

    /// Empty where the contact may not be called now, and was put back or dropped. What was true before the call
    /// waited for its place in the pace is not what counts: then everything is looked at after that.
    private Optional<Seen> look(Queued queued) {
        Sight first = sight(queued);
        Optional<Campaign.Active> running = Gate.running(first.campaign(), first.at());
        if (running.isEmpty()) {
            putBack(queued, line.clock().instant(), Reason.CAMPAIGN);
            return Optional.empty();
        }
        return placeInPace(queued, running.get()).flatMap(startAt -> {
            Instant writeAt = startAt.minus(LEAD);
            boolean early = line.clock().instant().isBefore(writeAt);
            if (early) pauses.until(writeAt);
            return look(queued, early ? sight(queued) : first, startAt);
        });
    }

    private Optional<Seen> look(Queued queued, Sight sight, Instant startAt) {
        Policy policy = books.policies().of(queued.who().campaign().workspace());
        Gate.Look glance = look(glances, queued.who(), sight, policy);
        if (decide(glance) instanceof Verdict.Dial) return seen(glance, sight, startAt);
        // Whoever is refused is refused on what is true by now.
        Gate.Look look = look(books, queued.who(), sight, policy);
        Verdict verdict = decide(look);
        if (verdict instanceof Verdict.Dial) return seen(look, sight, startAt);
        follow(queued, look.contact().map(found -> moved(queued, found)).orElse(queued), verdict);
        return Optional.empty();
    }

    private static Gate.Look look(Books from, Enrolled who, Sight sight, Policy policy) {
        WorkspaceId workspace = who.campaign().workspace();
        return new Gate.Look(
                who,
                sight.campaign(),
                policy,
                from.contacts().find(workspace, who.contact()),
                from.numbers().find(workspace, who.phone()));
    }

    private Verdict decide(Gate.Look look) {
        return gate.decide(line.clock().instant(), look);
    }

    private static Optional<Seen> seen(Gate.Look look, Sight sight, Instant startAt) {
        return look.contact().map(contact -> new Seen(sight.at(), startAt, contact.version(), look.number()));
    }

    /// @param next the same, in the calling group where it is to wait
    private void follow(Queued queued, Queued next, Verdict verdict) {
        switch (verdict) {
            case Verdict.Dial() -> {}
            case Verdict.Hold(Reason why, Instant until) -> putBack(queued, next.release(until, why));
            case Verdict.Drop(Status status, String why) -> drop(queued, status, why);
        }
    }

    /// Waits from now on in the calling group of where the contact may be: the address may have changed since.
    private Queued moved(Queued queued, Contact contact) {
        CallingGroup group = CallingGroup.of(line.law().areaOf(queued.who().phone(), contact.profile()), 1);
        if (group.name().equals(queued.lane().group())) return queued;
        return queued.moveTo(books.groups()
                .ensure(queued.id().campaign(), group)
                .laneOf(queued.id().contact().value()));
    }

    /// Empty where it is too far away to wait for, or the carrier is gone, and the contact was put back.
    private Optional<Instant> placeInPace(Queued queued, Campaign campaign) {
        Instant now = line.clock().instant();
        Optional<CarrierTerms> terms = line.carriers().find(Scope.carrierIn(queued.scopes()));
        if (terms.isEmpty()) {
            putBack(queued, now.plus(Timing.HORIZON), Reason.CARRIER);
            return Optional.empty();
        }
        Optional<Instant> place =
                Pacing.reserve(line, terms.get(), campaign, now.plus(LEAD), now.plus(Timing.LONGEST_PAUSE));
        if (place.isEmpty())
            putBack(queued, later(Pacing.next(line, terms.get(), campaign), now.plus(LOOK_AGAIN)), Reason.CARRIER);
        return place;
    }

    private void start(Queued queued, Seen seen, boolean probe) {
        Instant startAt = seen.startAt();
        Attempt attempt = attempt(queued, startAt);
        Dialing dialing = queued.dial(startAt.plus(line.timing().dialingLease()));
        Dial dial = new Dial(
                attempt, seen.number().dialled(attempt.id(), startAt, dialing.leaseEnd()), seen.contactVersion());
        Instant again = line.clock().instant().plus(LOOK_AGAIN);
        switch (books.enrollments().dial(queued, dialing, dial)) {
            case STARTED -> place(dialing, attempt, seen, probe);
            case LOST -> {}
            case ON_DO_NOT_CALL -> drop(queued, Status.DO_NOT_CALL, "");
            case NUMBER_CHANGED, CONTACT_CHANGED -> putBack(queued, again, Reason.NUMBER_BUSY);
        }
    }

    private void place(Dialing dialing, Attempt attempt, Seen seen, boolean probe) {
        pauses.until(attempt.startedAt());
        Instant now = line.clock().instant();
        if (seen.holds(now)) placements.place(dialing, attempt, probe);
        else placements.undo(dialing, attempt, "held up before the call", now);
    }

    private Attempt attempt(Queued queued, Instant startAt) {
        PhoneNumber from = Scope.callerNumberIn(queued.scopes());
        return new Attempt(
                queued.token().attempt(),
                queued.who().campaign(),
                queued.who().contact(),
                new Attempt.Route(queued.who().phone(), from, Scope.carrierIn(queued.scopes())),
                queued.who().attempts() + 1,
                startAt,
                Optional.empty());
    }

    private void putBack(Queued queued, Instant until, Reason why) {
        putBack(queued, queued.release(until, why));
    }

    private void putBack(Queued queued, Waiting waiting) {
        if (books.enrollments().release(queued, waiting))
            placements.wake(queued.who().campaign(), waiting.dueAt());
    }

    private void drop(Queued queued, Status status, String why) {
        if (books.enrollments().release(queued, queued.finish(status, why))) {
            line.wakeups().slotFreed(queued.who().campaign());
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
