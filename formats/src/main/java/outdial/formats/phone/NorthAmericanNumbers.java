package outdial.formats.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import outdial.formats.phone.PhoneReading.Invalid;
import outdial.formats.phone.PhoneReading.Problem;
import outdial.formats.phone.PhoneReading.Valid;

/// Remembers what the library says of ten-digit North American numbers. Whether such a number is assigned, and to
/// which country, hangs on its first seven digits alone; asking for all 8,000,000 of them showed no exception. With
/// every new libphonenumber ask again: `PhoneReaderTest` does, with `-Doutdial.sweep=true`.
final class NorthAmericanNumbers {
    private static final int COUNTRY_CODE = 1;
    private static final int AREA_CODES = 1_000;
    private static final int PREFIXES_PER_AREA_CODE = 10_000;
    private static final int NUMBERS_PER_PREFIX = 1_000;

    private static final byte NOT_ASKED = 0;
    private static final byte NOT_ASSIGNED = 1;
    private static final byte FIRST_REGION = 2;

    private final PhoneNumberUtil library;
    private final List<String> regions;

    // A row for each area code met, at most 8 MB. Threads share it without a lock: those that meet a new prefix, or a
    // new area code, at the same time ask the library twice and write the same answer.
    private final byte[][] answers = new byte[AREA_CODES][];

    NorthAmericanNumbers(PhoneNumberUtil library) {
        this.library = library;
        this.regions = List.copyOf(library.getRegionCodesForCountryCode(COUNTRY_CODE));
    }

    PhoneReading read(long tenDigits) {
        byte answer = answer(tenDigits);
        return answer == NOT_ASSIGNED
                ? new Invalid(Problem.NOT_ASSIGNED)
                : new Valid("+1" + tenDigits, regions.get(answer - FIRST_REGION), Optional.empty());
    }

    private byte answer(long tenDigits) {
        int sevenDigits = (int) (tenDigits / NUMBERS_PER_PREFIX);
        byte[] row = row(sevenDigits / PREFIXES_PER_AREA_CODE);
        int prefix = sevenDigits % PREFIXES_PER_AREA_CODE;
        if (row[prefix] == NOT_ASKED) {
            row[prefix] = ask(tenDigits);
        }
        return row[prefix];
    }

    private byte[] row(int areaCode) {
        if (answers[areaCode] == null) {
            answers[areaCode] = new byte[PREFIXES_PER_AREA_CODE];
        }
        return answers[areaCode];
    }

    private byte ask(long tenDigits) {
        var number = new PhoneNumber().setCountryCode(COUNTRY_CODE).setNationalNumber(tenDigits);
        return library.isValidNumber(number)
                ? (byte) (FIRST_REGION + regions.indexOf(library.getRegionCodeForNumber(number)))
                : NOT_ASSIGNED;
    }
}
