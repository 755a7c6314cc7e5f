package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.dialing.CarrierTerms;
import outdial.dialing.Circuit;
import outdial.phone.PhoneNumber;
import outdial.workspace.CallerNumber;

/// What carriers and caller numbers bear: so many calls at once, so many a day, and a rest where a carrier fails.
final class CarrierRules {
    /// A dialer that took its place before it was known is killed after so long.
    private static final Duration DIALER_LIVES = Duration.ofSeconds(15);

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /// Who claims a contact shortly before midnight calls it on the next day.
    private static final Duration AROUND_MIDNIGHT = Duration.ofMinutes(5);

    private final Schedule schedule;
    private final Duration mostSkew;
    private final Map<String, Integer> active = new HashMap<>();
    private final Map<AttemptId, Long> claims = new HashMap<>();
    private final Map<String, Rest> rests = new HashMap<>();
    private final Map<String, Deque<Instant>> failures = new HashMap<>();
    private final Map<PhoneNumber, Versions<Integer>> limits = new HashMap<>();
    private final Map<Day, Integer> started = new HashMap<>();

    private record Day(PhoneNumber from, LocalDate date) {}

    /// So many calls were to find out whether the carrier works again, and so many went out.
    private static final class Rest {
        private final Instant since;
        private final long effect;
        private int probes;
        private int asked;

        Rest(Instant since, long effect) {
            this.since = since;
            this.effect = effect;
        }
    }

    CarrierRules(Schedule schedule, Duration mostSkew) {
        this.schedule = schedule;
        this.mostSkew = mostSkew;
    }

    void limited(CallerNumber number) {
        limits.computeIfAbsent(number.phone(), _ -> new Versions<>())
                .add(schedule.now(), number.dailyLimit().orElse(Integer.MAX_VALUE));
    }

    void changed(String carrier, Circuit to, long effect) {
        switch (to) {
            case Circuit.Closed _ -> rests.remove(carrier);
            case Circuit.Open _ -> {
                Rest rest = rests.putIfAbsent(carrier, new Rest(schedule.now(), effect));
                // It was open before: somebody took the right to try it again.
                if (rest != null) rest.probes++;
            }
        }
    }

    /// Who was on the way to it when the carrier was found to fail may still ask; later only who finds out
    /// whether it works again.
    void checkAsked(Attempt attempt) {
        Rest rest = rests.get(attempt.route().carrier());
        long lookedAt = claims.getOrDefault(attempt.id(), 0L);
        if (rest != null && lookedAt < rest.effect && isAfterRest(rest)) return;
        Instant knownBy = schedule.now().minus(DIALER_LIVES).minus(mostSkew);
        if (rest == null || !rest.since.isBefore(knownBy)) return;
        rest.asked++;
        if (rest.asked > rest.probes)
            throw broken("a carrier that fails is only probed, and this one has failed since " + rest.since, attempt);
    }

    /// Who was claimed by a look from before waits until the first rest is over.
    private boolean isAfterRest(Rest rest) {
        return !schedule.now().plus(mostSkew).isBefore(rest.since.plus(A_MINUTE));
    }

    /// By who saw the carrier as the effects before the `lookedAt`-th left it.
    void claimed(AttemptId attempt, long lookedAt) {
        claims.put(attempt, lookedAt);
    }

    /// By who took over a slot: what he knows of the carrier may be a little older.
    void handedOver(AttemptId attempt, String carrier) {
        Instant knownBy = schedule.now().minus(Holdings.KNOWN_BY);
        boolean known = rests.containsKey(carrier) && rests.get(carrier).since.isBefore(knownBy);
        claims.put(attempt, known ? Long.MAX_VALUE : 0L);
    }

    void failed(Attempt attempt, int mostAMinute) {
        Deque<Instant> latest = failures.computeIfAbsent(attempt.route().carrier(), _ -> new ArrayDeque<>());
        Instant now = schedule.now();
        latest.addLast(now);
        while (latest.getFirst().isBefore(now.minus(A_MINUTE))) latest.removeFirst();
        if (latest.size() > mostAMinute)
            throw broken("a carrier that fails is not asked " + latest.size() + " times a minute", attempt);
    }

    void begins(Attempt attempt, CarrierTerms terms) {
        int calls = active.merge(terms.name(), 1, Integer::sum);
        if (calls > terms.concurrency())
            throw broken(calls + " calls go on at a carrier that bears " + terms.concurrency(), attempt);
        countDay(attempt);
    }

    void ends(Attempt attempt) {
        active.merge(attempt.route().carrier(), -1, Integer::sum);
    }

    private void countDay(Attempt attempt) {
        Instant dayBegan = today().atStartOfDay(ZoneOffset.UTC).toInstant();
        if (schedule.now().isBefore(dayBegan.plus(AROUND_MIDNIGHT))) return;
        PhoneNumber from = attempt.route().from();
        int calls = started.merge(new Day(from, today()), 1, Integer::sum);
        int most = limits.getOrDefault(from, new Versions<>()).since(dayBegan).stream()
                .max(Integer::compare)
                .orElse(Integer.MAX_VALUE);
        if (calls > most)
            throw broken(calls + " calls were started today from a number that may start " + most, attempt);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(schedule.now(), ZoneOffset.UTC);
    }

    private Violation broken(String rule, Attempt attempt) {
        return new Violation(
                rule + " (" + schedule.now() + ", " + attempt + ")",
                attempt.id(),
                attempt.contact(),
                attempt.route().carrier());
    }
}
