package outdial.phone;

import java.util.regex.Pattern;

/// A telephone number in E.164 form, such as `+12025550123` (ITU-T E.164: a plus, then 2 to 15 digits, none leading
/// zero). `toString` is masked, so that a number never reaches a log by accident; [#e164()] is the number in clear.
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("a phone number must be E.164 such as +12025550123, was " + mask(e164));
        }
    }

    @Override
    public int compareTo(PhoneNumber other) {
        return e164.compareTo(other.e164);
    }

    /// The number with all but its first three and last two characters hidden: `+12*******23`.
    @Override
    public String toString() {
        return mask(e164);
    }

    private static String mask(String text) {
        if (text.length() < 6) return "*".repeat(text.length());
        return text.substring(0, 3) + "*".repeat(text.length() - 5) + text.substring(text.length() - 2);
    }
}
