package outdial.formats.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
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

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final NorthAmericanNumbers northAmerica = new NorthAmericanNumbers(library);

    /// The number that the text says, in whatever notation, or why it is none.
    ///
    /// @param defaultRegion ISO 3166 country of numbers written without a country code, or [#NO_REGION]
    public PhoneReading read(String raw, String defaultRegion) {
        boolean nationalFormIsAmerican = defaultRegion.equals("US") || defaultRegion.equals("CA");
        long plain = PlainNumber.read(raw, nationalFormIsAmerican);
        if (plain != PlainNumber.NONE) {
            return northAmerica.read(plain);
        }
        return readWithLibrary(raw, defaultRegion);
    }

    PhoneReading readWithLibrary(String raw, String defaultRegion) {
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
