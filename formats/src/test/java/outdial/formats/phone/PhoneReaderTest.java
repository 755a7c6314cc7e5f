package outdial.formats.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import outdial.formats.phone.PhoneReading.Invalid;
import outdial.formats.phone.PhoneReading.Problem;
import outdial.formats.phone.PhoneReading.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class PhoneReaderTest {
    private static final PhoneReader READER = new PhoneReader();

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvFileSource(resources = "numbers.csv", delimiter = ';', numLinesToSkip = 1, emptyValue = "")
    void each_notation_has_its_answer(String written, String defaultRegion, String answer) {
        assertThat(describe(READER.read(written, defaultRegion))).isEqualTo(answer);
    }

    private static String describe(PhoneReading reading) {
        return switch (reading) {
            case Valid(var e164, var region, var extension) -> e164 + " " + region + extension.map(digits -> " ext " + digits).orElse("");
            case Invalid(var problem) -> problem.name();
        };
    }
}
