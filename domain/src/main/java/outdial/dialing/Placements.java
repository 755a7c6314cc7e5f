package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import outdial.call.Attempt;
import outdial.call.Closing;
import outdial.call.Outcome;
import outdial.campaign.CampaignRef;
import outdial.dialing.Carrier.Placement;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Dialing;
import outdial.enrollment.Scope;

/// Asks the carrier for a call that is written down, and puts things right where it was not placed.
final class Placements {
    private static final Duration AFTER_THROTTLE = Duration.ofSeconds(2);

    /// Our configuration is wrong: nobody is called by this carrier for so long, then it is tried again.
    private static final Duration AFTER_OUR_FAULT = Duration.ofMinutes(1);

    /// Another dialer's failure that comes in between says the same.
    private static final int MOST_TRIES = 3;

    private final Books books;
    private final DialLine line;
    private final Carrier carrier;

    Placements(Books books, DialLine line, Carrier carrier) {
        this.books = books;
        this.line = line;
        this.carrier = carrier;
    }

    /// @param probe the call finds out whether the carrier works again
    void place(Dialing dialing, Attempt attempt, boolean probe) {
        Placement placement = carrier.place(attempt);
        Instant now = line.clock().instant();
        note(attempt.route().carrier(), placement, probe, now);
        switch (placement) {
            case Placement.Placed(String _) -> {}
            // The call may be under way: its facts, or the lease's end, decide. Never asked again.
            case Placement.Unknown(String _) -> {}
            case Placement.Throttled(String why) -> backOff(dialing, attempt, why, now.plus(AFTER_THROTTLE));
            case Placement.OurFault(String why) -> backOff(dialing, attempt, why, now.plus(AFTER_OUR_FAULT));
            case Placement.BadDestination(String _) -> fail(dialing, attempt, now);
        }
    }

    /// Opens the carrier's circuit where it fails, and closes it where it works again.
    private void note(String name, Placement placement, boolean probe, Instant now) {
        switch (placement) {
            case Placement.Placed(String _), Placement.BadDestination(String _) -> {
                if (probe) change(name, Circuit::succeeded);
            }
            case Placement.Throttled(String _) -> {}
            case Placement.Unknown(String why) -> change(name, circuit -> circuit.failed(why, false, now));
            case Placement.OurFault(String why) -> change(name, circuit -> circuit.failed(why, true, now));
        }
    }

    private void change(String carrierName, UnaryOperator<Circuit> step) {
        for (int attempted = 0; attempted < MOST_TRIES; attempted++) {
            Circuit seen = line.circuits().of(carrierName);
            Circuit next = step.apply(seen);
            if (next.equals(seen)) return;
            // Who has a claim already waits too, also where nobody is left to say so after the change.
            if (next instanceof Circuit.Open open) line.pace().pushBack(Scope.carrier(carrierName), open.until());
            if (line.circuits().change(carrierName, seen, next)) return;
        }
    }

    private void backOff(Dialing dialing, Attempt attempt, String why, Instant until) {
        line.pace().pushBack(Scope.carrier(attempt.route().carrier()), until);
        undo(dialing, attempt, why, until);
    }

    /// The call was certainly not placed: the contact waits as if it had not been tried, and the number is free.
    void undo(Dialing dialing, Attempt attempt, String why, Instant until) {
        Closing closing = notPlaced(Outcome.CARRIER_ERROR, line.clock().instant());
        if (end(dialing, call -> call.undo(until), attempt.close(closing)))
            wake(dialing.who().campaign(), until);
    }

    private void fail(Dialing dialing, Attempt attempt, Instant now) {
        Closing closing = notPlaced(Outcome.INVALID_NUMBER, now);
        if (end(dialing, call -> call.refuse(Outcome.INVALID_NUMBER), attempt.close(closing)))
            line.wakeups().slotFreed(dialing.who().campaign());
    }

    private boolean end(Dialing dialing, Function<Dialing, Enrollment> next, Attempt closed) {
        Optional<Dialing> seen = Optional.of(dialing);
        for (int attempted = 0; attempted < MOST_TRIES && seen.isPresent(); attempted++) {
            Dialing call = seen.get();
            if (books.enrollments().conclude(call, next.apply(call), closed)) {
                books.numbers()
                        .undo(closed.campaign().workspace(), closed.route().to(), closed.id(), closed.startedAt());
                return true;
            }
            seen = changed(call);
        }
        return false;
    }

    /// The same call, of which more became known meanwhile.
    private Optional<Dialing> changed(Dialing seen) {
        return books.enrollments()
                .find(seen.id())
                .filter(now -> now instanceof Dialing call && call.attempt().equals(seen.attempt()))
                .map(Dialing.class::cast)
                .filter(call -> !call.equals(seen));
    }

    private static Closing notPlaced(Outcome outcome, Instant at) {
        return new Closing(outcome, Closing.By.NOT_PLACED, Optional.empty(), OptionalInt.empty(), Optional.empty(), at);
    }

    /// A slot came free, and a contact comes due: both may be soon.
    void wake(CampaignRef campaign, Instant due) {
        Duration wait = Duration.between(line.clock().instant(), due);
        line.wakeups().slotFreed(campaign);
        if (wait.compareTo(Timing.HORIZON) <= 0)
            line.wakeups().look(campaign, wait.isNegative() ? Duration.ZERO : wait);
    }
}
