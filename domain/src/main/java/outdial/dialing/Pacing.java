package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.campaign.Campaign;
import outdial.campaign.Settings;
import outdial.enrollment.Scope;

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

    /// The earliest start that both scopes could give now.
    static Instant next(Pace pace, Campaign campaign, DialLine line) {
        return Stream.of(
                        line.clock().instant(), pace.next(line.carrierScope()), pace.next(Dispatcher.scopeOf(campaign)))
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

    /// Takes the same start from the carrier and from the campaign, at `earliest` or later; empty where there is none
    /// up to `latest`. Each may be ahead of the other, so whoever gave the earlier start is asked again.
    static Optional<Instant> reserve(DialLine line, Campaign campaign, Instant earliest, Instant latest) {
        Scope own = Dispatcher.scopeOf(campaign);
        Duration throttle = campaign.settings().limits().throttle();
        Duration interval = line.terms().interval();
        Instant byCarrier = line.pace().reserve(line.carrierScope(), earliest, interval);
        for (int round = 0; round < MOST_ROUNDS && !byCarrier.isAfter(latest); round++) {
            Instant byCampaign = throttle.isZero() ? byCarrier : line.pace().reserve(own, byCarrier, throttle);
            if (byCampaign.equals(byCarrier)) return Optional.of(byCampaign);
            if (byCampaign.isAfter(latest)) return Optional.empty();
            byCarrier = line.pace().reserve(line.carrierScope(), byCampaign, interval);
            if (byCarrier.equals(byCampaign)) return Optional.of(byCarrier);
        }
        return Optional.empty();
    }
}
