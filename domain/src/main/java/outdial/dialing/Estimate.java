package outdial.dialing;

import java.time.Duration;
import java.util.Collection;
import outdial.campaign.Settings;
import outdial.workspace.CallerNumber;

/// How long a number of calls takes, and what it costs, by plain assumptions: each contact is called once, each
/// call lasts [#CALL], nobody else uses the carrier, and it is always open.
///
/// @param callsPerSecond the least of what concurrency, throttle and carrier allow
/// @param usdPerMinute what the carrier takes
public record Estimate(int calls, double callsPerSecond, double usdPerMinute) {
    /// From the first ring to the end, over all calls, answered or not.
    public static final Duration CALL = Duration.ofSeconds(45);

    private static final double NANOS = 1e9;

    /// For a campaign that calls from numbers of one carrier.
    public static Estimate of(
            int calls, Settings settings, Collection<CallerNumber> numbers, CarrierTerms terms, double usdPerMinute) {
        int numbersAtOnce = numbers.stream().mapToInt(CallerNumber::concurrency).sum();
        int atOnce = Math.min(settings.limits().concurrency(), Math.min(numbersAtOnce, terms.concurrency()));
        double pace = Math.min(
                atOnce / (double) CALL.toSeconds(),
                Math.min(perSecond(settings.limits().throttle()), perSecond(terms.interval())));
        return new Estimate(calls, pace, usdPerMinute);
    }

    private static double perSecond(Duration interval) {
        return interval.isZero() ? Double.MAX_VALUE : NANOS / interval.toNanos();
    }

    public Duration length() {
        return Duration.ofSeconds((long) Math.ceil(calls / callsPerSecond));
    }

    public double usd() {
        return calls * usdPerMinute * CALL.toSeconds() / Duration.ofMinutes(1).toSeconds();
    }
}
