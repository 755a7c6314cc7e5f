package outdial.formats.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where an address may be, by state or province, country and postal code as people write them.
///
/// Safe for many threads.
public final class AddressAreas {
    private final States states = new States();
    private final PostalCodes postalCodes = new PostalCodes();
    private final Countries countries = new Countries();
    private final NumberAreas numbers;

    public AddressAreas(NumberAreas numbers) {
        this.numbers = numbers;
    }

    /// [Locality#UNKNOWN] where nothing is understood. The state and the postal code each count, also where
    /// they contradict each other; both are read only in the United States and Canada, or where no country is
    /// written. Of a country without them, every zone.
    ///
    /// @param state name or code
    /// @param country name or ISO 3166 code
    public Locality of(String state, String country, String postalCode) {
        Optional<String> code = countries.find(country);
        if (code.isEmpty()) return country.isBlank() ? parts(state, "", postalCode) : Locality.UNKNOWN;
        return States.territory(code.get())
                .map(territory -> states.of(List.of(territory)))
                .orElseGet(() -> inCountry(state, code.get(), postalCode));
    }

    private Locality inCountry(String state, String country, String postalCode) {
        if (!country.equals("US") && !country.equals("CA")) return numbers.country(country);
        Locality parts = parts(state, country, postalCode);
        return parts.isUnknown() ? states.country(country) : parts;
    }

    /// @param country empty where it is as the state says
    private Locality parts(String state, String country, String postalCode) {
        Optional<String> ofState = states.find(state).filter(code -> code.startsWith(country));
        String known =
                country.isEmpty() ? ofState.map(code -> code.substring(0, 2)).orElse("") : country;
        List<String> found = new ArrayList<>(postalCodes.states(postalCode, known));
        ofState.ifPresent(found::add);
        return states.of(found);
    }
}
