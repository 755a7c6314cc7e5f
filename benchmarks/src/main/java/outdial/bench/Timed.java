package outdial.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outdial.local.telephony.CallRecord;
import outdial.local.telephony.People;
import outdial.local.telephony.Personas;

/// How fast it is: from the phone network's own times, with nothing between functions and emulators.
final class Timed {
    /// A call of half a minute lasts a second and a half.
    private static final double UNHURRIED = 1.0 / 20;

    /// It lasts a few hundredths of a second, so that not the calls but the work between them sets the speed.
    private static final double HASTY = 1.0 / 1_000;

    private static final int LINES = 10;
    private static final int MANY_LINES = 50;
    private static final int PAUSES = 3;
    private static final int CALLS_BETWEEN_PAUSES = 25;

    /// After a pause somebody would have been called by then.
    private static final Duration AFTER_A_PAUSE = Duration.ofSeconds(3);

    private final Path root;
    private final int contacts;

    Timed(Path root, int contacts) {
        this.root = root;
        this.contacts = contacts;
    }

    List<Figure> figures() throws IOException {
        try (Site unhurried = site(UNHURRIED);
                Site hasty = site(HASTY)) {
            List<Duration> refills = refills(unhurried);
            double perSecond = concludedPerSecond(hasty);
            return List.of(
                    Figure.of("freedSlotToCallMsP50", percentile(refills, 0.5)),
                    Figure.of("freedSlotToCallMsP99", percentile(refills, 0.99), 1_000),
                    Figure.of("pauseToLastCallMs", pauseMillis(hasty), 1_000),
                    Figure.of("concludedPerSecond", perSecond));
        }
    }

    private Site site(double timeScale) throws IOException {
        return Site.open(root, People.all(Personas.LISTENS), timeScale, Optional.empty());
    }

    /// From each freed slot to the call that took it. With `n` lines in use all the time, the call that follows the
    /// k-th end is the one placed as number k + n.
    private List<Duration> refills(Site site) throws IOException {
        int lines = Math.min(LINES, Math.max(1, contacts / 4));
        String campaign = site.campaign(lines, 0, contacts, 0);
        site.start(campaign);
        site.awaitEnded(contacts);
        List<Instant> placed = sorted(site.ledger().calls().stream().map(CallRecord::placedAt));
        List<Instant> ended = sorted(site.ledger().calls().stream().flatMap(call -> call.endedAt().stream()));
        return IntStream.range(0, placed.size() - lines)
                .mapToObj(k -> Duration.between(ended.get(k), placed.get(k + lines)))
                .sorted()
                .toList();
    }

    private static List<Instant> sorted(Stream<Instant> times) {
        return times.sorted().toList();
    }

    private static double percentile(List<Duration> sorted, double share) {
        int at = (int) Math.ceil(sorted.size() * share) - 1;
        return sorted.get(Math.max(0, at)).toNanos() / 1e6;
    }

    /// The longest of several: from the request to the last call that was placed all the same. Calls are short here, so
    /// that one is about to be placed at any time.
    private double pauseMillis(Site site) throws IOException {
        int people = (PAUSES + 1) * (CALLS_BETWEEN_PAUSES + 4 * LINES);
        String campaign = site.campaign(LINES, contacts, people, 0);
        site.start(campaign);
        Duration longest = Duration.ZERO;
        for (int i = 0; i < PAUSES; i++) {
            site.awaitPlaced(site.ledger().calls().size() + CALLS_BETWEEN_PAUSES);
            Instant asked = site.clock().instant();
            site.pause(campaign);
            Site.rest(AFTER_A_PAUSE);
            Instant last = sorted(site.ledger().calls().stream().map(CallRecord::placedAt))
                    .getLast();
            Duration took = Duration.between(asked, last);
            if (took.compareTo(longest) > 0) longest = took;
            site.resume(campaign);
        }
        site.pause(campaign);
        return longest.toNanos() / 1e6;
    }

    private double concludedPerSecond(Site site) throws IOException {
        String campaign = site.campaign(MANY_LINES, 0, contacts, 0);
        site.start(campaign);
        site.awaitEnded(contacts);
        List<Instant> ended = sorted(site.ledger().calls().stream().flatMap(call -> call.endedAt().stream()));
        Instant first =
                sorted(site.ledger().calls().stream().map(CallRecord::placedAt)).getFirst();
        return ended.size() / (Duration.between(first, ended.getLast()).toNanos() / 1e9);
    }
}
