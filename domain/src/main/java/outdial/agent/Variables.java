package outdial.agent;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Values for the `{{variables}}` of a text. Names ignore case, spaces and punctuation: `{{First Name}}` is
/// `first_name`.
public final class Variables {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern NOT_SPOKEN = Pattern.compile("[{}]");
    private static final Pattern GAPS = Pattern.compile("\\s+([.,!?;:])|\\s{2,}");

    private final Map<String, String> values = new HashMap<>();

    /// Earlier sources win; empty values count as missing.
    public Variables(List<Map<String, String>> sources) {
        for (Map<String, String> source : sources) {
            source.forEach((name, value) -> {
                if (!value.isBlank()) values.putIfAbsent(plain(name), value.strip());
            });
        }
    }

    /// The text as it is spoken: a variable nobody knows is left out, and no brace is ever spoken.
    public String fill(String text) {
        String filled = PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1))));
        String spoken = NOT_SPOKEN.matcher(filled).replaceAll(" ");
        return GAPS.matcher(spoken)
                .replaceAll(gap -> gap.group(1) == null ? " " : Matcher.quoteReplacement(gap.group(1)))
                .strip();
    }

    /// The variables of the text that nobody knows, by the names that it has for them.
    public Set<String> unknownIn(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1).strip())
                .filter(name -> value(name).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String value(String name) {
        return values.getOrDefault(plain(name), "");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
