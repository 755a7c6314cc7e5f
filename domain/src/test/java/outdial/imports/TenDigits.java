package outdial.imports;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import outdial.phone.PhoneNumber;

/// A world with one country: its numbers have ten digits, and those that begin with 312 are in Chicago. Whatever stands
/// after an `x` is an extension.
final class TenDigits implements Phones {
    @Override
    public Reading read(String text, String country) {
        String number = text.replaceAll("x.*", "");
        String digits = number.replaceAll("\\D", "").replaceFirst("^1", "");
        if (digits.isEmpty()) return new Reading.Invalid(RowProblem.NOT_A_NUMBER);
        if (digits.length() < 10) return new Reading.Invalid(RowProblem.TOO_SHORT);
        if (digits.length() > 10) return new Reading.Invalid(RowProblem.TOO_LONG);
        return new Reading.Valid(new PhoneNumber("+1" + digits), "US", !number.equals(text));
    }

    @Override
    public SortedSet<String> zones(PhoneNumber phone) {
        boolean chicago = phone.e164().startsWith("+1312");
        return new TreeSet<>(Set.of(chicago ? "America/Chicago" : "America/New_York"));
    }
}
