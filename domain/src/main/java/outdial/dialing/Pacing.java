package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import outdial.campaign.Campaign;
import outdial.campaign.Settings;
import outdial.enrollment.Scope;

/// The pace of call starts: a campaign's throttle and the carrier's calls per second, both at once.
final class Pacing {
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

    /// How many starts fit between `from` and `end`, `interval` apart.
    static int startsBefore(Instant end, Instant from, Duration interval) {
        if (!from.isBefore(end)) return 0;
        if (interval.isZero()) return Integer.MAX_VALUE;
        return (int) Math.min(Integer.MAX_VALUE, Duration.between(from, end).dividedBy(interval) + 1);
    }

    /// Takes the earliest start that the carrier and the campaign both allow.
    static Instant reserve(DialLine line, Campaign campaign, Instant earliest) {
        Scope own = Dispatcher.scopeOf(campaign);
        Duration throttle = campaign.settings().limits().throttle();
        Instant byCarrier =
                line.pace().reserve(line.carrierScope(), earliest, line.terms().interval());
        return throttle.isZero() ? byCarrier : line.pace().reserve(own, byCarrier, throttle);
    }
}
