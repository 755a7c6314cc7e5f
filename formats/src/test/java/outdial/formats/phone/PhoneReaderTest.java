package outdial.formats.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import outdial.formats.phone.PhoneReading.Invalid;
import outdial.formats.phone.PhoneReading.Valid;

final class PhoneReaderTest {
    private static final PhoneReader READER = new PhoneReader();
    private static final List<String> REGIONS = List.of("US", "US", "CA", "BS", "GB", "ZZ");

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvFileSource(resources = "numbers.csv", delimiter = ';', numLinesToSkip = 1)
    void each_notation_has_its_answer(String written, String defaultRegion, String answer) {
        assertThat(describe(READER.read(written, defaultRegion))).isEqualTo(answer);
    }

    /// What is undone, and what is told; `\\u` and `\\n` as in Java.
    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvFileSource(resources = "damaged.csv", delimiter = '|', quoteCharacter = '~', numLinesToSkip = 1)
    void each_damage_has_its_answer(String written, String defaultRegion, String answer) {
        assertThat(describe(READER.read(unescaped(written), defaultRegion))).isEqualTo(answer);
    }

    private static String unescaped(String written) {
        return Pattern.compile("\\\\u([0-9A-F]{4})")
                .matcher(written.replace("\\n", "\n"))
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }

    @Test
    void the_short_way_answers_as_the_long_way_does() {
        answersAreTheSame(200_000, 20_261_121);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "outdial.sweep",
            matches = "true",
            disabledReason = "minutes; for a new libphonenumber")
    void the_short_way_answers_as_the_long_way_does_to_millions_of_texts() {
        answersAreTheSame(5_000_000, 7);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "outdial.sweep",
            matches = "true",
            disabledReason = "minutes; for a new libphonenumber")
    void the_first_seven_digits_decide_for_all_american_numbers() {
        for (int sevenDigits = 2_000_000; sevenDigits < 10_000_000; sevenDigits++) {
            for (String line : new String[] {"000", "123", "555", "999"}) {
                String number = "+1" + sevenDigits + line;
                assertThat(READER.read(number, "ZZ")).isEqualTo(READER.readTheLongWay(number, "ZZ"));
            }
        }
    }

    private static void answersAreTheSame(int texts, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < texts; i++) {
            String text = AmericanTexts.next(random);
            String region = REGIONS.get(random.nextInt(REGIONS.size()));
            assertThat(READER.read(text, region))
                    .as("text %d of seed %d, <%s> in %s", i, seed, text, region)
                    .isEqualTo(READER.readTheLongWay(text, region));
        }
    }

    private static String describe(PhoneReading reading) {
        return switch (reading) {
            case Valid(var e164, var region, var extension) ->
                e164 + " " + region + extension.map(digits -> " ext " + digits).orElse("");
            case Invalid(var problem) -> problem.name();
        };
    }
}
