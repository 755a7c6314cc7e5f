package outdial.imports;

import java.util.Optional;
import outdial.phone.PhoneNumber;

/// A world with one country: its numbers have ten digits. Whatever stands after an `x` is an extension. In
/// Great Britain, and only there, numbers begin with `0` and have eleven.
final class TenDigits implements Phones {
    @Override
    public Optional<String> country(String text) {
        return Optional.of(text).filter(name -> name.length() == 2);
    }

    @Override
    public Reading read(String text, String country) {
        String number = text.replaceAll("x.*", "");
        if (country.equals("GB") && number.matches("0\\d{10}")) {
            return new Reading.Valid(new PhoneNumber("+44" + number.substring(1)), "GB", false);
        }
        String digits = number.replaceAll("\\D", "").replaceFirst("^1", "");
        if (digits.isEmpty()) return new Reading.Invalid(RowProblem.NOT_A_NUMBER);
        if (digits.length() < 10) return new Reading.Invalid(RowProblem.TOO_SHORT);
        if (digits.length() > 10) return new Reading.Invalid(RowProblem.TOO_LONG);
        return new Reading.Valid(new PhoneNumber("+1" + digits), "US", !number.equals(text));
    }
}
