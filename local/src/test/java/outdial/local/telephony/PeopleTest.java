package outdial.local.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.local.telephony.Persona.Answering;
import outdial.local.telephony.Persona.Stay;
import outdial.local.telephony.Persona.Unreachable;

final class PeopleTest {
    @Test
    void the_same_seed_number_and_count_of_calls_give_the_same_person() {
        var one = People.mixed(42, Mix.usual());
        var other = People.mixed(42, Mix.usual());

        for (int i = 0; i < 1_000; i++) {
            String number = number(i);
            assertThat(one.person(number, i % 3)).isEqualTo(other.person(number, i % 3));
        }
    }

    @Test
    void the_usual_mix_meets_everybody_in_about_their_share() {
        var people = People.mixed(7, Mix.usual());

        Map<String, Long> met = IntStream.range(0, 10_000)
                .mapToObj(i -> Personas.nameOf(people.person(number(i), 0).persona()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(met.get("listens")).isBetween(3_800L, 4_200L);
        assertThat(met.get("no-answer")).isBetween(1_450L, 1_750L);
        assertThat(met.get("opts-out")).isBetween(320L, 480L);
        assertThat(met.get("invalid")).isBetween(140L, 260L);
        assertThat(met).hasSize(10);
    }

    @Test
    void a_number_that_does_not_exist_never_does() {
        var people = People.mixed(7, Mix.usual());
        for (int i = 0; i < 1_000; i++) {
            String number = number(i);
            boolean invalid = people.person(number, 0).persona().equals(Personas.INVALID);

            assertThat(people.person(number, 1).persona().equals(Personas.INVALID))
                    .isEqualTo(invalid);
        }
    }

    @Test
    void a_file_names_people_and_the_mix_of_everybody_else() {
        var people = People.parse("""
                # who answers how
                seed 9
                mix busy 1          # all the others
                +12065550101 busy, no-answer, interested
                +12065550102 presses 5 1

                +12065550103 sip 488
                """);

        assertThat(IntStream.range(0, 4)
                        .mapToObj(call -> people.person("+12065550101", call).persona())
                        .toList())
                .isEqualTo(List.of(Personas.BUSY, Personas.NO_ANSWER, Personas.INTERESTED, Personas.INTERESTED));
        assertThat(people.person("+12065550102", 0).persona())
                .isEqualTo(new Answering(List.of("5", "1"), Stay.TO_THE_END));
        assertThat(people.person("+12065550103", 0).persona()).isEqualTo(new Unreachable(488, false));
        assertThat(people.person("+12065550104", 0).persona()).isEqualTo(Personas.BUSY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+12065550101 sleeps | line 1: no persona is called 'sleeps'",
                "+12065550101 | line 1: a line is 'seed', 'mix' or a phone number",
                "0206 busy | line 1: a person has a number such as +12065550100",
                "mix busy | line 1: a share is '<persona> <number>', was 'busy'",
                "mix busy 0 | line 1: a share is at least 1, was 0",
                "seed much | line 1: For input string: \"much\"",
                "+12065550101 presses x | line 1: a phone has the keys 0-9, * and #, was x"
            })
    void a_wrong_line_is_named(String line, String message) {
        assertThatThrownBy(() -> People.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interested",
                "listens",
                "opts-out",
                "hangs-up",
                "voicemail",
                "busy",
                "no-answer",
                "invalid",
                "rejected",
                "carrier-error",
                "presses 5 1",
                "sip 488"
            })
    void a_persona_is_found_by_its_name(String name) {
        assertThat(Personas.nameOf(Personas.named(name))).isEqualTo(name);
    }

    private static String number(int i) {
        return "+1206555" + String.format("%04d", i);
    }
}
