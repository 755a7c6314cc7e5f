package outdial.dialing;

import java.util.Map;
import java.util.Optional;
import outdial.call.Attempt;

/// The carriers of a deployment, by name: each attempt goes to the one that its caller number belongs to.
public record CarrierSwitch(Map<String, Carrier> carriers) implements Carrier {
    public CarrierSwitch {
        carriers = Map.copyOf(carriers);
    }

    @Override
    public Placement place(Attempt attempt) {
        String name = attempt.route().carrier();
        return Optional.ofNullable(carriers.get(name))
                .map(carrier -> carrier.place(attempt))
                .orElseGet(() -> new Placement.OurFault("there is no carrier " + name));
    }
}
