package outdial.formats.mail;

import java.util.Locale;
import java.util.Set;

/// Header fields by which programs and mailing lists own up to having sent a mail (RFC 3834, RFC 2919, and what
/// Exchange and old list servers write).
final class Automatic {
    private static final Set<String> MASS_MAIL = Set.of("bulk", "list", "junk", "auto_reply");
    private static final Set<String> PRESENT = Set.of("list-id", "list-unsubscribe", "x-autoreply", "x-loop");

    private Automatic() {}

    /// @param name of the field, in lower case
    static boolean says(String name, String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "auto-submitted" -> !word.equals("no") && !word.startsWith("no;");
            case "precedence" -> MASS_MAIL.contains(word);
            case "x-auto-response-suppress" -> !word.equals("none");
            default -> PRESENT.contains(name);
        };
    }
}
