package outdial.functions.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.imports.Phones.Reading;
import outdial.imports.RowProblem;
import outdial.phone.PhoneNumber;

final class NumberingPlansTest {
    private final NumberingPlans plans = new NumberingPlans();

    @Test
    void a_number_is_read_with_its_country() {
        assertThat(plans.read("(202) 555-0101", "US"))
                .isEqualTo(new Reading.Valid(new PhoneNumber("+12025550101"), "US", false));
        assertThat(plans.read("+44 20 7946 0958 ext. 7", "US"))
                .isEqualTo(new Reading.Valid(new PhoneNumber("+442079460958"), "GB", true));
    }

    @ParameterizedTest
    @CsvSource({
        "12, TOO_SHORT",
        "202555010112345, TOO_LONG",
        "111-555-0101, NOT_ASSIGNED",
        "+999 555 0101, NO_COUNTRY",
        "n/a, NOT_A_NUMBER"
    })
    void what_is_no_number_is_told_why(String text, RowProblem problem) {
        assertThat(plans.read(text, "US")).isEqualTo(new Reading.Invalid(problem));
    }
}
