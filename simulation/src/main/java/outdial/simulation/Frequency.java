package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.phone.PhoneNumber;
import outdial.rules.Cap;
import outdial.rules.Quiet;
import outdial.simulation.Statutes.Statute;

/// How often each number was called, and when it was last talked to, as the phone network knows it, whatever the
/// campaigns.
final class Frequency {
    /// A call is counted from its promised start, and that is at most so far from its true one.
    private static final Duration TOLERANCE = Duration.ofSeconds(20);

    private final Map<PhoneNumber, List<Instant>> calls = new HashMap<>();
    private final Map<Heard, Event> heard = new HashMap<>();

    private record Heard(PhoneNumber phone, Quiet.Event event) {}

    /// When it was, and the effect after which everybody could know.
    private record Event(Instant at, long effect) {}

    void called(PhoneNumber phone, Instant at) {
        calls.computeIfAbsent(phone, _ -> new ArrayList<>(2)).add(at);
    }

    /// A conversation that was reported, and the report dealt with by the `effect`-th effect.
    void heard(PhoneNumber phone, Fate fate, Instant endedAt, long effect) {
        if (fate == Fate.TALKED || fate == Fate.REFUSED || fate == Fate.SAID_STOP)
            note(phone, Quiet.Event.CONVERSATION, endedAt, effect);
        if (fate == Fate.REFUSED) note(phone, Quiet.Event.REFUSAL, endedAt, effect);
    }

    private void note(PhoneNumber phone, Quiet.Event event, Instant at, long effect) {
        heard.merge(
                new Heard(phone, event),
                new Event(at, effect),
                (one, other) -> one.at().isBefore(other.at()) ? other : one);
    }

    /// Which rule one more call now would break that was written down as the `effect`-th effect.
    Optional<Statute> brokenBy(PhoneNumber phone, List<Statute> statutes, Instant now, long effect) {
        return statutes.stream()
                .filter(statute -> statute.limits().caps().stream().anyMatch(cap -> isReached(cap, phone, now))
                        || statute.limits().quiets().stream().anyMatch(quiet -> isQuiet(quiet, phone, now, effect)))
                .findFirst();
    }

    private boolean isReached(Cap cap, PhoneNumber phone, Instant now) {
        Instant since = now.minus(cap.within()).plus(TOLERANCE);
        return calls.getOrDefault(phone, List.of()).stream()
                        .filter(since::isBefore)
                        .count()
                >= cap.calls();
    }

    private boolean isQuiet(Quiet quiet, PhoneNumber phone, Instant now, long effect) {
        return Optional.ofNullable(heard.get(new Heard(phone, quiet.after())))
                .filter(event -> event.effect() < effect)
                .filter(event -> now.plus(TOLERANCE).isBefore(event.at().plus(quiet.length())))
                .isPresent();
    }
}
