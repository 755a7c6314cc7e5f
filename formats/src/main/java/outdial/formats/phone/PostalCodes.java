package outdial.formats.phone;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The states of ZIP codes and the provinces of Canadian postal codes.
final class PostalCodes {
    private static final Pattern ZIP = Pattern.compile("\\d{5}(-?\\d{4})?");
    private static final Pattern CANADIAN = Pattern.compile("[A-Z]\\d[A-Z] ?\\d[A-Z]\\d");

    private final Map<String, List<String>> states = new HashMap<>();

    PostalCodes() {
        for (List<String> line : Tables.read("postal-codes.txt")) {
            List<String> found = Tables.words(line.get(1));
            String prefixes = line.getFirst();
            if (prefixes.length() == 1) states.put(prefixes, found);
            else eachPrefix(prefixes, found);
        }
    }

    /// `010-027`, or `055` alone.
    private void eachPrefix(String range, List<String> found) {
        int first = Integer.parseInt(range, 0, 3, 10);
        int last = Integer.parseInt(range, range.length() - 3, range.length(), 10);
        for (int prefix = first; prefix <= last; prefix++) {
            states.put(String.format(Locale.ROOT, "%03d", prefix), found);
        }
    }

    /// None where the code is not of this country or says nothing of the place.
    ///
    /// @param country `US`, `CA`, or empty where unknown: then only a Canadian code, which looks like no
    /// other's, counts
    List<String> states(String postalCode, String country) {
        String code = postalCode.strip().toUpperCase(Locale.ROOT);
        if (country.equals("US") && ZIP.matcher(code).matches()) {
            return states.getOrDefault(code.substring(0, 3), List.of());
        }
        if (!country.equals("US") && CANADIAN.matcher(code).matches()) {
            return states.getOrDefault(code.substring(0, 1), List.of());
        }
        return List.of();
    }
}
