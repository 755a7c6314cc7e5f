package outdial.functions.phone;

import java.util.Optional;
import outdial.formats.phone.Countries;
import outdial.formats.phone.PhoneReader;
import outdial.formats.phone.PhoneReading;
import outdial.imports.Phones;
import outdial.imports.RowProblem;
import outdial.phone.PhoneNumber;

/// `Phones` by libphonenumber. One serves the whole process: it remembers what it looked up.
public final class NumberingPlans implements Phones {
    private final PhoneReader reader = new PhoneReader();
    private final Countries countries = new Countries();

    @Override
    public Optional<String> country(String text) {
        return countries.find(text);
    }

    @Override
    public Reading read(String text, String country) {
        return switch (reader.read(text, country)) {
            case PhoneReading.Valid valid ->
                new Reading.Valid(
                        new PhoneNumber(valid.e164()),
                        valid.region(),
                        valid.extension().isPresent());
            case PhoneReading.Invalid(PhoneReading.Problem problem) -> new Reading.Invalid(problem(problem));
        };
    }

    private static RowProblem problem(PhoneReading.Problem problem) {
        return switch (problem) {
            case TOO_SHORT -> RowProblem.TOO_SHORT;
            case TOO_LONG -> RowProblem.TOO_LONG;
            case NOT_ASSIGNED -> RowProblem.NOT_ASSIGNED;
            case NO_COUNTRY -> RowProblem.NO_COUNTRY;
            case NOT_A_NUMBER -> RowProblem.NOT_A_NUMBER;
            case DIGITS_LOST -> RowProblem.DIGITS_LOST;
            case NO_PLUS -> RowProblem.NO_PLUS;
            case SEVERAL_NUMBERS -> RowProblem.SEVERAL_NUMBERS;
        };
    }
}
