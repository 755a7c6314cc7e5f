package outdial.formats.phone;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;

/// Countries by their ISO 3166 codes of two or three letters, their English names, and a few other usual
/// spellings.
public final class Countries {
    private final Map<String, String> codes = new HashMap<>();

    public Countries() {
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            codes.put(code, code);
            codes.put(States.plain(country.getDisplayCountry(Locale.ENGLISH)), code);
            threeLetters(country).ifPresent(three -> codes.put(three, code));
        }
        List.of("USA", "UNITEDSTATESOFAMERICA", "AMERICA").forEach(name -> codes.put(name, "US"));
        List.of("UK", "GREATBRITAIN", "ENGLAND", "SCOTLAND", "WALES", "NORTHERNIRELAND")
                .forEach(name -> codes.put(name, "GB"));
    }

    private static Optional<String> threeLetters(Locale country) {
        try {
            return Optional.of(country.getISO3Country());
        } catch (MissingResourceException _) {
            return Optional.empty();
        }
    }

    /// ISO 3166 alpha-2; empty where no country has the name.
    public Optional<String> find(String text) {
        return Optional.ofNullable(codes.get(States.plain(text)));
    }
}
