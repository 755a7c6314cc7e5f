package outdial.formats.phone;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What spreadsheets, address books and people do to the telephone numbers in a cell, and how to undo it where only
/// one number can have been meant.
final class SpreadsheetDamage {
    private static final String HARMLESS = "0123456789+-() ";

    /// Marks for the direction of writing, word breaks, byte order: copied along from web pages and address books.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\t\\n\\r]]+");

    /// `="+1212"`, `=+1212`, `'+1212`, `"+1212"`: how people keep a spreadsheet from counting with a number.
    private static final Pattern WRAPPED = Pattern.compile(
            "[='\"`\u2018\u2019\u201C\u201D\u00B4\\h]*(.*?)['\"`\u2018\u2019\u201C\u201D\u00B4\\h]*", Pattern.DOTALL);

    private static final Pattern DECIMAL = Pattern.compile("(\\+?\\d+)[.,]0{1,2}");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[,']\\d{3}){2,}");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final Pattern SCIENTIFIC = Pattern.compile("([1-9])(?:[.,](\\d+))?[eE]\\+?(\\d{1,2})");
    private static final Pattern TRAILING_ZEROS = Pattern.compile("0+$");
    private static final Pattern BETWEEN_NUMBERS =
            Pattern.compile("[/\\\\;,|&\\n\\r]+| (?:or|and) ", Pattern.CASE_INSENSITIVE);

    /// No shorter number can be dialled from elsewhere.
    private static final int FEWEST_DIGITS = 7;

    private SpreadsheetDamage() {}

    /// Whether nothing that is said here can have happened to the cell: most cells.
    static boolean isImpossible(String cell) {
        return cell.chars().allMatch(c -> HARMLESS.indexOf(c) >= 0);
    }

    /// A number that became a decimal, such as `2125550123.0`. Its last zero is no digit of the number.
    static boolean isDecimal(String cell) {
        String text = cell.strip();
        return text.endsWith("0") && DECIMAL.matcher(text).matches();
    }

    /// The cell as it was before, as far as that is certain.
    static String undone(String cell) {
        Matcher wrapped = WRAPPED.matcher(UNSEEN.matcher(cell).replaceAll("").strip());
        String text = wrapped.matches() ? wrapped.group(1) : cell;
        if (GROUPED.matcher(text).matches()) return NO_DIGIT.matcher(text).replaceAll("");
        Matcher decimal = DECIMAL.matcher(text);
        return decimal.matches() ? decimal.group(1) : exact(text);
    }

    /// `1.2125550123E+10` has all its digits; `1.21256E+10` has not, and stays.
    private static String exact(String text) {
        Matcher scientific = SCIENTIFIC.matcher(text);
        if (!scientific.matches() || scientific.group(2) == null) return text;
        int decimals = Integer.parseInt(scientific.group(3));
        String fraction = scientific.group(2);
        int significant = TRAILING_ZEROS.matcher(fraction).replaceAll("").length();
        return significant <= decimals && fraction.length() >= decimals
                ? scientific.group(1) + fraction.substring(0, decimals)
                : text;
    }

    /// Whether digits were rounded away for good.
    ///
    /// @param text as [#undone] has it
    static boolean lostDigits(String text) {
        return SCIENTIFIC.matcher(text).matches();
    }

    /// The parts of a text that are each a number, without those that are none at all; the whole text where some part
    /// is
    /// too short to be one, for it may belong to another.
    static List<String> numbers(String text) {
        List<String> parts = Arrays.stream(BETWEEN_NUMBERS.split(text, -1))
                .filter(part -> digits(part) > 0)
                .toList();
        List<String> numbers =
                parts.stream().filter(part -> digits(part) >= FEWEST_DIGITS).toList();
        return numbers.size() > 1 || numbers.size() == parts.size() ? numbers : List.of(text);
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }
}
