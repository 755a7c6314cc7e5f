package outdial.formats.phone;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The states, provinces and territories of the United States and Canada, with every zone in which a part of
/// each lies.
final class States {
    private static final int COUNTRY_LENGTH = 2;
    private static final Set<String> TERRITORIES = Set.of("AS", "GU", "MP", "PR", "VI");

    private final Map<String, List<String>> zones = new TreeMap<>();
    private final Map<String, String> codes = new HashMap<>();

    States() {
        for (List<String> line : Tables.read("states.txt")) {
            String code = line.getFirst();
            zones.put(code, Tables.words(line.get(2)));
            codes.put(plain(code), code);
            codes.put(plain(code.substring(COUNTRY_LENGTH)), code);
            for (String name : line.get(1).split("/", -1)) codes.put(plain(name), code);
        }
    }

    /// Such as `US-FL` for `Florida`, `fl` or `US-FL`.
    Optional<String> find(String text) {
        return Optional.ofNullable(codes.get(plain(text)));
    }

    /// `US-PR` for `PR`: where the law of the United States holds in a place that has a country code of its own.
    static Optional<String> territory(String country) {
        return TERRITORIES.contains(country) ? Optional.of("US-" + country) : Optional.empty();
    }

    Locality of(Collection<String> stateCodes) {
        List<String> all = new ArrayList<>();
        for (String code : stateCodes) all.addAll(zones.getOrDefault(code, List.of()));
        return Locality.of(all, stateCodes);
    }

    /// Anywhere in the country.
    Locality country(String country) {
        List<String> parts = zones.keySet().stream()
                .filter(code -> code.startsWith(country + "-"))
                .toList();
        return Locality.of(of(parts).zones(), List.of(country));
    }

    /// Letters only, without accents, in capitals.
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^\\p{Alpha}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
