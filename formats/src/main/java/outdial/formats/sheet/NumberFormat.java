package outdial.formats.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How a cell shows its number (ECMA-376 part 1, 18.8.30 and 18.8.31): as a date, as digits in a pattern, or as
/// it is. Of how else it may look, such as with two decimals or a currency, nothing is kept.
///
/// @param mask zeros for digits, and what stands between them; empty for no pattern
record NumberFormat(boolean date, boolean time, String mask) {
    static final NumberFormat GENERAL = new NumberFormat(false, false, "");

    private static final Set<String> DATES = Set.of(
            "14", "15", "16", "17", "27", "28", "29", "30", "31", "36", "50", "51", "52", "53", "54", "57", "58");
    private static final Set<String> TIMES =
            Set.of("18", "19", "20", "21", "32", "33", "34", "35", "45", "46", "47", "55", "56");

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^]]*]");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|\\\\(.)");
    private static final Pattern MASK = Pattern.compile("[0 ()+-]*0[0 ()+-]*0[0 ()+-]*");

    private static final int SECONDS_A_DAY = 86_400;
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

    // Lotus 1-2-3 believed in a 29 February 1900, and Excel kept it as day 60.
    private static final int DAY_AFTER_LEAP_DAY = 61;

    /// 31 December 9999, the last that Excel has.
    private static final int LAST_DAY = 2_958_465;

    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    static NumberFormat builtIn(String id) {
        if (id.equals("22")) return new NumberFormat(true, true, "");
        return new NumberFormat(DATES.contains(id), TIMES.contains(id), "");
    }

    /// @param code such as `yyyy-mm-dd` or `000-0000`, perhaps with other sections for negative numbers
    static NumberFormat of(String code) {
        String positive = code.split(";", -1)[0];
        String symbols = LITERAL.matcher(positive).replaceAll("").toLowerCase(Locale.ROOT);
        if (symbols.contains("general")) return GENERAL;
        boolean time = symbols.contains("h") || symbols.contains("s");
        boolean date = symbols.contains("y") || symbols.contains("d") || (symbols.contains("m") && !time);
        String mask = QUOTED.matcher(positive).replaceAll("$1$2");
        return new NumberFormat(date, time, !date && !time && MASK.matcher(mask).matches() ? mask : "");
    }

    /// @param number rounded to what is shown
    String show(BigDecimal number, boolean since1904) {
        boolean aDay =
                number.signum() >= 0 && number.intValue() <= LAST_DAY && number.precision() - number.scale() <= 7;
        if ((date || time) && aDay) return moment(number, since1904);
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        boolean whole = plain.chars().allMatch(c -> c >= '0' && c <= '9');
        return mask.isEmpty() || !whole ? plain : masked(plain);
    }

    private String moment(BigDecimal number, boolean since1904) {
        int days = number.intValue();
        long seconds = number.subtract(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        LocalDateTime moment = day(days, since1904).atStartOfDay().plusSeconds(seconds);
        if (!date && days == 0) return TIME.format(LocalTime.from(moment));
        return seconds == 0 ? moment.toLocalDate().toString() : DATE_AND_TIME.format(moment);
    }

    private static LocalDate day(int days, boolean since1904) {
        if (since1904) return DAY_0_OF_1904.plusDays(days);
        return DAY_0.plusDays(days < DAY_AFTER_LEAP_DAY - 1 ? days + 1L : days);
    }

    /// From the right: digits where the mask has zeros, zeros where digits are missing, and in front the digits
    /// left over.
    private String masked(String digits) {
        StringBuilder shown = new StringBuilder();
        int left = digits.length();
        for (int i = mask.length() - 1; i >= 0; i--) {
            char c = mask.charAt(i);
            if (c != '0') shown.append(c);
            else shown.append(left > 0 ? digits.charAt(--left) : '0');
        }
        int first = mask.indexOf('0');
        shown.reverse();
        return shown.insert(first, digits.substring(0, left)).toString();
    }
}
