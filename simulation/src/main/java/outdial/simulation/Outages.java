package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.dialing.Carrier.Placement;
import outdial.dialing.CarrierTerms;
import outdial.simulation.Faults.Kind;

/// Times in which one of the carriers does nothing it is asked to.
final class Outages {
    private static final Duration LONGEST_PEACE = Duration.ofHours(3);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Schedule schedule;
    private final Troubles troubles;
    private final List<CarrierTerms> carriers;
    private final Map<String, Outage> outages = new HashMap<>();

    private record Outage(Placement answer, Instant until) {}

    Outages(Schedule schedule, Troubles troubles, List<CarrierTerms> carriers) {
        this.schedule = schedule;
        this.troubles = troubles;
        this.carriers = carriers;
    }

    /// From now on, until troubles end.
    void come() {
        if (!troubles.has(Kind.CARRIER)) return;
        schedule.after(troubles.upTo(LONGEST_PEACE), Actor.NOBODY, () -> {
            begin();
            come();
        });
    }

    private void begin() {
        String carrier = carriers.get(troubles.dice().nextInt(carriers.size())).name();
        Placement answer = troubles.dice().nextBoolean()
                ? new Placement.OurFault("AccessDenied, in an outage")
                : new Placement.Unknown("time-out in an outage, not placed");
        outages.put(carrier, new Outage(answer, schedule.now().plus(troubles.upTo(LONGEST))));
    }

    /// What the carrier answers to everybody; empty while it works.
    Optional<Placement> of(String carrier) {
        return Optional.ofNullable(outages.get(carrier))
                .filter(outage -> troubles.has(Kind.CARRIER) && outage.until().isAfter(schedule.now()))
                .map(Outage::answer);
    }
}
