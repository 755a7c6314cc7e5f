package outdial.dialing;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What each carrier of this deployment allows it, by the carrier's name. A caller number whose carrier is not
/// among them places no calls.
public record Carriers(Map<String, CarrierTerms> terms) {
    public Carriers {
        terms = Map.copyOf(terms);
    }

    public static Carriers of(Collection<CarrierTerms> terms) {
        return new Carriers(terms.stream().collect(Collectors.toMap(CarrierTerms::name, Function.identity())));
    }

    public Optional<CarrierTerms> find(String name) {
        return Optional.ofNullable(terms.get(name));
    }
}
