package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Ended;
import outdial.call.Outcome;
import outdial.contract.Scene;
import outdial.phone.PhoneNumber;

/// The telephone network of a chaos run: keeps a ledger of the calls that really took place, objects to those
/// that must not, and answers the way networks do.
final class World implements Carrier {
    private final Desk desk;
    private final Random dice;
    private final boolean faulty;
    private final List<RealCall> ledger = new ArrayList<>();
    private final Set<AttemptId> asked = new HashSet<>();

    World(Desk desk, Random dice, boolean faulty) {
        this.desk = desk;
        this.dice = dice;
        this.faulty = faulty;
    }

    /// A call that took place, as the network knows it.
    record RealCall(Attempt attempt, Instant from, Instant until, Ended report) {}

    /// Nothing in between is told apart: the process died after it had asked.
    static final class DiedAsking extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    List<RealCall> ledger() {
        return List.copyOf(ledger);
    }

    @Override
    public Placement place(Attempt attempt) {
        object(attempt);
        return switch (faulty ? dice.nextInt(20) : 9) {
            case 0 -> new Placement.Throttled("429");
            case 1 -> new Placement.BadDestination("not a number");
            case 2 -> new Placement.OurFault("AccessDenied");
            case 3 -> new Placement.Unknown("timeout, not placed");
            case 4 -> {
                call(attempt);
                yield new Placement.Unknown("timeout, placed");
            }
            case 5 -> {
                call(attempt);
                throw new DiedAsking();
            }
            default -> {
                call(attempt);
                yield new Placement.Placed("call-of-" + attempt.id());
            }
        };
    }

    private void object(Attempt attempt) {
        Instant now = desk.clock.instant();
        PhoneNumber to = attempt.route().to();
        if (!asked.add(attempt.id())) throw new AssertionError("asked twice for " + attempt.id());
        if (!desk.memory.doNotCall().among(desk.scene.workspace(), Set.of(to)).isEmpty()) {
            throw new AssertionError("called someone who said stop: " + attempt);
        }
        if (!Scene.OFFICE_HOURS.in(List.of()).isOpen(now, Desk.TIMING.ringing())) {
            throw new AssertionError("called out of hours, at " + now);
        }
        if (!desk.memory
                .campaigns()
                .find(attempt.campaign())
                .orElseThrow()
                .status()
                .equals("IN_PROGRESS")) {
            throw new AssertionError("called for a campaign that is not running: " + attempt);
        }
        if (ledger.stream().anyMatch(call -> call.attempt().route().to().equals(to) && now.isBefore(call.until()))) {
            throw new AssertionError("called a number that is in a call: " + attempt);
        }
        if (ledger.stream()
                .anyMatch(call -> Duration.between(call.attempt().startedAt(), attempt.startedAt())
                                .abs()
                                .compareTo(Duration.ofSeconds(1))
                        < 0)) {
            throw new AssertionError("called faster than one a second: " + attempt);
        }
    }

    private void call(Attempt attempt) {
        Instant from = desk.clock.instant();
        Instant until = from.plusSeconds(5 + dice.nextInt(300));
        ledger.add(new RealCall(attempt, from, until, report(attempt, until)));
    }

    private Ended report(Attempt attempt, Instant until) {
        List<Optional<Outcome>> results = List.of(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Outcome.COMPLETED),
                Optional.of(Outcome.VOICEMAIL),
                Optional.of(Outcome.DO_NOT_CALL));
        Optional<Outcome> result = results.get(dice.nextInt(results.size()));
        List<Integer> codes = List.of(480, 486, 503, 404, 499);
        return new Ended(
                attempt.id(),
                attempt.campaign(),
                attempt.contact(),
                "call-of-" + attempt.id(),
                OptionalInt.of(result.isPresent() ? 200 : codes.get(dice.nextInt(codes.size()))),
                result.map(_ -> until.minusSeconds(2)),
                until,
                result);
    }
}
