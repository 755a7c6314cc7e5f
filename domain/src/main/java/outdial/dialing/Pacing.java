package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.campaign.Campaign;
import outdial.campaign.Settings;

/// The pace of call starts: a campaign's throttle and the carrier's calls per second, both at once.
final class Pacing {
    /// Each round the campaign was ahead of the carrier by what others took meanwhile.
    private static final int MOST_ROUNDS = 3;

    private Pacing() {}

    /// The least time between two starts.
    static Duration interval(Settings settings, CarrierTerms terms) {
        Duration throttle = settings.limits().throttle();
        return throttle.compareTo(terms.interval()) > 0 ? throttle : terms.interval();
    }

    /// The earliest start that the carrier and the campaign could give now.
    static Instant next(DialLine line, CarrierTerms terms, Campaign campaign) {
        Pace pace = line.pace();
        boolean throttled = !campaign.settings().limits().throttle().isZero();
        Instant own = throttled ? pace.next(Dispatcher.scopeOf(campaign)) : Instant.EPOCH;
        return Stream.of(line.clock().instant(), pace.next(terms.scope()), own)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /// How many starts fit in the time from `from` (inclusive) to `end` (exclusive), `interval` apart.
    static int startsBefore(Instant end, Instant from, Duration interval) {
        if (!from.isBefore(end)) return 0;
        if (interval.isZero()) return Integer.MAX_VALUE;
        Duration rest = Duration.between(from, end).minusNanos(1);
        return (int) Math.min(Integer.MAX_VALUE, rest.dividedBy(interval) + 1);
    }

    /// Takes the same start from the carrier and from the campaign, at `earliest` or later; empty where there
    /// is none up to `latest`. Each may be ahead of the other, so whoever gave the earlier start is asked
    /// again.
    static Optional<Instant> reserve(
            DialLine line, CarrierTerms terms, Campaign campaign, Instant earliest, Instant latest) {
        Duration throttle = campaign.settings().limits().throttle();
        Place carrier = from -> line.pace().reserve(terms.scope(), from, terms.interval(), latest);
        if (throttle.isZero()) return carrier.from(earliest);
        Place own = from -> line.pace().reserve(Dispatcher.scopeOf(campaign), from, throttle, latest);
        // The campaign first: its places are nobody else's loss.
        Optional<Instant> start = own.from(earliest);
        for (int round = 0; round < MOST_ROUNDS && start.isPresent(); round++) {
            Optional<Instant> agreed = start.flatMap(carrier::from);
            if (agreed.isEmpty() || agreed.equals(start)) return agreed;
            start = agreed.flatMap(own::from);
            if (start.equals(agreed)) return start;
        }
        return Optional.empty();
    }

    /// A place in one of the two queues.
    private interface Place {
        Optional<Instant> from(Instant earliest);
    }
}
