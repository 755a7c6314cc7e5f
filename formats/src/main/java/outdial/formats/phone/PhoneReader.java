package outdial.formats.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import outdial.formats.phone.PhoneReading.Invalid;
import outdial.formats.phone.PhoneReading.Problem;
import outdial.formats.phone.PhoneReading.Valid;

/// Reads telephone numbers in any notation people use. What libphonenumber says is the answer; plainly written North
/// American numbers, most of any American list, get the same answer some ten times faster.
///
/// Safe for many threads; holds at most 8 MB of remembered answers, so one reader should serve the whole process.
public final class PhoneReader {
    /// The default region of a list that has none: a number must then carry its country code.
    public static final String NO_REGION = "ZZ";

    /// Country code and number together; with fewer, a wrong number of the country itself is likelier.
    private static final int FEWEST_WITH_COUNTRY_CODE = 11;

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final NorthAmericanNumbers northAmerica = new NorthAmericanNumbers(library);

    /// The number that the text says, in whatever notation, or why it is none.
    ///
    /// @param defaultRegion ISO 3166 country of numbers written without a country code, or [#NO_REGION]
    public PhoneReading read(String raw, String defaultRegion) {
        boolean nationalFormIsAmerican = defaultRegion.equals("US") || defaultRegion.equals("CA");
        long plain = PlainNumber.read(raw, nationalFormIsAmerican);
        if (plain != PlainNumber.NONE && !SpreadsheetDamage.isDecimal(raw)) {
            return northAmerica.read(plain);
        }
        return readTheLongWay(raw, defaultRegion);
    }

    PhoneReading readTheLongWay(String raw, String defaultRegion) {
        return SpreadsheetDamage.isImpossible(raw)
                ? readPlusOrNot(raw, defaultRegion)
                : readDamaged(SpreadsheetDamage.undone(raw), defaultRegion);
    }

    private PhoneReading readDamaged(String text, String defaultRegion) {
        if (SpreadsheetDamage.lostDigits(text)) return new Invalid(Problem.DIGITS_LOST);
        List<String> numbers = SpreadsheetDamage.numbers(text);
        return switch (numbers.size()) {
            case 0 -> readPlusOrNot(text, defaultRegion);
            case 1 -> readPlusOrNot(numbers.getFirst(), defaultRegion);
            default -> readSeveral(numbers, defaultRegion);
        };
    }

    /// The same number twice is one.
    private PhoneReading readSeveral(List<String> numbers, String defaultRegion) {
        List<PhoneReading> readings = numbers.stream()
                .map(number -> readWithLibrary(number, defaultRegion))
                .distinct()
                .toList();
        return readings.size() == 1 && readings.getFirst() instanceof Valid one
                ? one
                : new Invalid(Problem.SEVERAL_NUMBERS);
    }

    /// `00` stands for the plus in most of the world, and begins no number where it does not. A plus that is missing
    /// without a trace may be anything: whose number it would be is not guessed.
    private PhoneReading readPlusOrNot(String text, String defaultRegion) {
        PhoneReading reading = readWithLibrary(text, defaultRegion);
        if (reading instanceof Valid || text.contains("+")) return reading;
        String digits = PhoneNumberUtil.normalizeDigitsOnly(text);
        if (digits.length() < FEWEST_WITH_COUNTRY_CODE) return reading;
        boolean written = digits.startsWith("00");
        PhoneReading withPlus = readWithLibrary("+" + (written ? digits.substring(2) : digits), NO_REGION);
        if (withPlus instanceof Invalid) return reading;
        return written ? withPlus : new Invalid(Problem.NO_PLUS);
    }

    private PhoneReading readWithLibrary(String raw, String defaultRegion) {
        PhoneNumber number;
        try {
            number = library.parse(raw, defaultRegion);
        } catch (NumberParseException refused) {
            return new Invalid(problem(refused.getErrorType()));
        }
        if (!library.isValidNumber(number)) {
            return new Invalid(problem(library.isPossibleNumberWithReason(number)));
        }
        return new Valid(
                library.format(number, PhoneNumberFormat.E164),
                library.getRegionCodeForNumber(number),
                Optional.of(number.getExtension()).filter(extension -> !extension.isEmpty()));
    }

    private static Problem problem(NumberParseException.ErrorType refusal) {
        return switch (refusal) {
            case INVALID_COUNTRY_CODE -> Problem.NO_COUNTRY;
            case NOT_A_NUMBER -> Problem.NOT_A_NUMBER;
            case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> Problem.TOO_SHORT;
            case TOO_LONG -> Problem.TOO_LONG;
        };
    }

    private static Problem problem(PhoneNumberUtil.ValidationResult length) {
        return switch (length) {
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> Problem.TOO_SHORT;
            case TOO_LONG -> Problem.TOO_LONG;
            case INVALID_COUNTRY_CODE -> Problem.NO_COUNTRY;
            case IS_POSSIBLE, INVALID_LENGTH -> Problem.NOT_ASSIGNED;
        };
    }
}
