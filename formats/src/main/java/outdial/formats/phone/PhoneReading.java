package outdial.formats.phone;

import java.util.Optional;

/// What a text that should be a telephone number turned out to be.
public sealed interface PhoneReading {

    /// A number that its country's numbering plan has assigned.
    ///
    /// @param e164 `+` and up to 15 digits, as in ITU-T E.164
    /// @param region ISO 3166 country of the number (`US`, `GB`); `001` where it has none, as +800
    /// @param extension digits to dial after the answer, if written; nothing here dials them: worth a warning
    record Valid(String e164, String region, Optional<String> extension) implements PhoneReading {}

    /// Not a number that can be called.
    record Invalid(Problem problem) implements PhoneReading {}

    /// Why a text is not a number that can be called.
    enum Problem {
        /// Fewer digits than any number of its country has, or the area code is missing.
        TOO_SHORT,
        /// More digits than any number of its country has.
        TOO_LONG,
        /// Looks right, but the numbering plan has not given it out.
        NOT_ASSIGNED,
        /// No country code and no default country, or a country code that no country has.
        NO_COUNTRY,
        /// Not digits at all.
        NOT_A_NUMBER,
        /// A spreadsheet rounded it: `1.21256E+10`.
        DIGITS_LOST,
        /// None in its country, but one of another country if a `+` stood before it.
        NO_PLUS,
        /// More than one number.
        SEVERAL_NUMBERS
    }
}
