package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.call.Ended;
import outdial.call.Outcome;
import outdial.phone.PhoneNumber;
import outdial.rules.Cap;
import outdial.rules.Quiet;
import outdial.rules.Rule;

/// How often each number was called, and when it was last talked to, as the phone network knows it.
final class Frequency {
    /// A call is counted from its promised start, and that is at most so far from its true one.
    private static final Duration TOLERANCE = Duration.ofSeconds(20);

    private final Map<PhoneNumber, List<Instant>> calls = new HashMap<>();
    private final Map<Heard, Instant> heard = new HashMap<>();

    private record Heard(PhoneNumber phone, Quiet.Event event) {}

    void called(PhoneNumber phone, Instant at) {
        calls.computeIfAbsent(phone, _ -> new ArrayList<>(2)).add(at);
    }

    /// A conversation that was reported.
    void heard(PhoneNumber phone, Ended report) {
        switch (report.outcome().kind()) {
            case CONVERSATION -> {
                note(phone, Quiet.Event.CONVERSATION, report.endedAt());
                if (report.outcome() == Outcome.NOT_INTERESTED) note(phone, Quiet.Event.REFUSAL, report.endedAt());
            }
            case OPT_OUT, UNREACHED, FAILURE, DEAD_NUMBER, NOT_RUNG -> {}
        }
    }

    private void note(PhoneNumber phone, Quiet.Event event, Instant at) {
        heard.merge(new Heard(phone, event), at, (one, other) -> one.isAfter(other) ? one : other);
    }

    /// Which rule one more call now would break.
    Optional<Rule> brokenBy(PhoneNumber phone, List<Rule> rules, Instant now) {
        return rules.stream()
                .filter(rule -> rule.limits().caps().stream().anyMatch(cap -> isReached(cap, phone, now))
                        || rule.limits().quiets().stream().anyMatch(quiet -> isQuiet(quiet, phone, now)))
                .findFirst();
    }

    private boolean isReached(Cap cap, PhoneNumber phone, Instant now) {
        Instant since = now.minus(cap.within()).plus(TOLERANCE);
        return calls.getOrDefault(phone, List.of()).stream()
                        .filter(since::isBefore)
                        .count()
                >= cap.calls();
    }

    private boolean isQuiet(Quiet quiet, PhoneNumber phone, Instant now) {
        return Optional.ofNullable(heard.get(new Heard(phone, quiet.after())))
                .filter(at -> now.plus(TOLERANCE).isBefore(at.plus(quiet.length())))
                .isPresent();
    }
}
