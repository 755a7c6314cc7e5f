package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import outdial.call.Attempt;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.contact.Contact;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Dialing;
import outdial.enrollment.Enrollment.Queued;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Enrollments.Dial;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.Scope;
import outdial.enrollment.Status;
import outdial.enrollment.Token;
import outdial.phone.PhoneNumber;

/// Calls one claimed contact, at most once: looks at everything again, writes the attempt under every condition
/// that must hold, and only then asks the carrier. An order that is late, double or unknown does nothing.
public final class Dialer {
    /// A contact or number that changed between the look and the write is looked at again after this.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /// Time for the write before a paced start, so that the call starts on time.
    private static final Duration LEAD = Duration.ofMillis(50);

    /// A call that would start later than this after its time is not started: this process was held up.
    private static final Duration LATEST_START = Duration.ofSeconds(5);

    private final Books books;
    private final DialLine line;
    private final Gate gate;
    private final Placements placements;
    private final Pauses pauses;

    public Dialer(Books books, DialLine line, Carrier carrier, Pauses pauses) {
        this.books = books;
        this.line = line;
        this.gate = new Gate(line.timing().ringing());
        this.placements = new Placements(books, line, carrier);
        this.pauses = pauses;
    }

    public void dial(EnrollmentId id, Token token) {
        Optional<Queued> claimed = books.enrollments().find(id).flatMap(enrollment -> claimed(enrollment, token));
        claimed.ifPresent(this::dial);
    }

    private Optional<Queued> claimed(Enrollment enrollment, Token token) {
        return enrollment instanceof Queued queued && queued.token().equals(token) && hasRoom(queued)
                ? Optional.of(queued)
                : Optional.empty();
    }

    /// Too late in its lease the claim is left to heal.
    private boolean hasRoom(Queued queued) {
        return line.clock().instant().plus(Timing.DIALER_ROOM).isBefore(queued.leaseEnd());
    }

    /// Whatever happened while the call waited for its place in the pace is seen: it is looked at again before the
    /// write.
    private void dial(Queued queued) {
        Optional<Seen> seen = look(queued);
        Optional<Instant> startAt = seen.flatMap(first -> placeInPace(queued, first));
        if (startAt.isEmpty()) return;
        Instant writeAt = startAt.get().minus(LEAD);
        if (line.clock().instant().isBefore(writeAt)) {
            pauses.until(writeAt);
            seen = look(queued);
        }
        seen.ifPresent(now -> start(queued, now, startAt.get()));
    }

    /// What the decision to dial was based on; the write checks that it still holds.
    private record Seen(Campaign campaign, Contact contact, NumberRecord number, CarrierTerms terms) {}

    /// Empty where the contact may not be called now, and was put back or dropped.
    private Optional<Seen> look(Queued queued) {
        CampaignRef ref = queued.who().campaign();
        PhoneNumber phone = queued.who().phone();
        Optional<Campaign> campaign = books.campaigns().find(ref);
        Optional<Contact> contact =
                books.contacts().find(ref.workspace(), queued.who().contact());
        NumberRecord number = books.numbers().find(ref.workspace(), phone);
        Optional<CarrierTerms> terms = line.carriers().find(Scope.carrierIn(queued.scopes()));
        return switch (gate.decide(line.clock().instant(), queued.who(), campaign, contact, number)) {
            case Verdict.Dial() ->
                Optional.of(new Seen(campaign.orElseThrow(), contact.orElseThrow(), number, terms.orElseThrow()));
            case Verdict.Hold(String _, Instant until) -> {
                putBack(queued, until);
                yield Optional.empty();
            }
            case Verdict.Drop(Status status) -> {
                drop(queued, status);
                yield Optional.empty();
            }
        };
    }

    /// Empty where it is too far away to wait for, and the contact was put back.
    private Optional<Instant> placeInPace(Queued queued, Seen seen) {
        Instant now = line.clock().instant();
        Optional<Instant> place =
                Pacing.reserve(line, seen.terms(), seen.campaign(), now.plus(LEAD), now.plus(Timing.LONGEST_PAUSE));
        if (place.isEmpty())
            putBack(queued, later(Pacing.next(line, seen.terms(), seen.campaign()), now.plus(LOOK_AGAIN)));
        return place;
    }

    private void start(Queued queued, Seen seen, Instant startAt) {
        Attempt attempt = attempt(queued, startAt);
        Dialing dialing = queued.dial(startAt.plus(line.timing().dialingLease()));
        Dial dial = new Dial(
                attempt,
                seen.number().dialled(attempt.id(), startAt, dialing.leaseEnd()),
                seen.contact().version());
        switch (books.enrollments().dial(queued, dialing, dial)) {
            case STARTED -> place(dialing, attempt);
            case LOST -> {}
            case ON_DO_NOT_CALL -> drop(queued, Status.DO_NOT_CALL);
            case NUMBER_CHANGED, CONTACT_CHANGED ->
                putBack(queued, line.clock().instant().plus(LOOK_AGAIN));
        }
    }

    private void place(Dialing dialing, Attempt attempt) {
        pauses.until(attempt.startedAt());
        if (line.clock().instant().isAfter(attempt.startedAt().plus(LATEST_START))) {
            placements.undo(
                    dialing, attempt, "held up before the call", line.clock().instant());
        } else {
            placements.place(dialing, attempt);
        }
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

    private void putBack(Queued queued, Instant until) {
        if (books.enrollments().release(queued, queued.release(until)))
            placements.wake(queued.who().campaign(), until);
    }

    private void drop(Queued queued, Status status) {
        if (books.enrollments().release(queued, queued.finish(status))) {
            line.wakeups().slotFreed(queued.who().campaign());
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
