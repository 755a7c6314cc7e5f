package outdial.formats.phone;

/// North American numbers written so plainly that their digits can be taken as they stand: `+1`, `1` or nothing, then
/// ten digits of which the first is 2 to 9, with spaces, hyphens, dots and brackets between, an opening bracket only
/// before the area code. Anything else is left to the library.
final class PlainNumber {
    /// The text is something else.
    static final long NONE = -1;

    private static final int DIGITS = 10;

    private PlainNumber() {}

    /// The ten digits as one number, or [#NONE].
    ///
    /// @param nationalToo whether a number without `+1` is an American one
    static long read(String raw, boolean nationalToo) {
        int from = 0;
        if (raw.startsWith("+1")) {
            from = 2;
        } else if (!nationalToo) {
            return NONE;
        } else if (raw.startsWith("1")) {
            from = 1;
        }
        return tenDigits(raw, from);
    }

    private static long tenDigits(String raw, int from) {
        long digits = 0;
        int count = 0;
        for (int i = from; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                count++;
                if (count > DIGITS || digits < 2) {
                    return NONE;
                }
            } else if (!isPunctuation(c, count)) {
                return NONE;
            }
        }
        return count == DIGITS ? digits : NONE;
    }

    private static boolean isPunctuation(char c, int digitsBefore) {
        return c == ' ' || c == '-' || c == '.' || c == ')' || (c == '(' && digitsBefore == 0);
    }
}
