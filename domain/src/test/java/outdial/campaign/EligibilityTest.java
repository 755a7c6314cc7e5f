package outdial.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.campaign.Eligibility.Condition;
import outdial.campaign.Eligibility.Match;
import outdial.campaign.Eligibility.Operator;

final class EligibilityTest {
    private static final Map<String, Set<String>> ANN = Map.of(
            "flag",
            Set.of("VIP", "Spring"),
            "score",
            Set.of("80"),
            "state",
            Set.of("TX"),
            "custom.plan",
            Set.of("Gold"));

    @Test
    void without_conditions_everybody_is_eligible() {
        assertThat(Eligibility.EVERYBODY.objection(facts())).isEmpty();
        assertThat(new Eligibility(Match.ANY, List.of()).objection(facts())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "flag, IS, vip, true",
        "flag, IS, 'summer;VIP', true",
        "flag, IS, summer, false",
        "flag, IS_NOT, summer, true",
        "flag, IS_NOT, 'summer;vip', false",
        "score, AT_LEAST, 80, true",
        "score, AT_LEAST, 80.5, false",
        "score, AT_MOST, 80, true",
        "score, AT_MOST, 9, false",
        "state, AT_LEAST, 1, false",
        "custom.plan, IS, gold, true",
        "custom.nothing, IS, gold, false",
        "custom.nothing, IS_NOT, gold, true",
        "segment, IS_KNOWN, '', false",
        "segment, IS_UNKNOWN, '', true",
        "state, IS_KNOWN, '', true",
        "state, IS_UNKNOWN, '', false",
    })
    void a_condition_is_about_one_field(String field, Operator operator, String values, boolean holds) {
        List<String> list = values.isEmpty() ? List.of() : List.of(values.split(";"));
        Eligibility rule = new Eligibility(Match.ALL, List.of(new Condition(field, operator, list)));

        assertThat(rule.objection(facts()).isEmpty()).isEqualTo(holds);
    }

    @Test
    void an_objection_says_what_is_not_met() {
        List<Condition> conditions = List.of(
                new Condition("state", Operator.IS, List.of("NY", "NJ")),
                new Condition("score", Operator.AT_LEAST, List.of("90")),
                new Condition("flag", Operator.IS, List.of("VIP")));

        assertThat(new Eligibility(Match.ALL, conditions).objection(facts()))
                .contains("not state is NY or NJ, not score at least 90");
        assertThat(new Eligibility(Match.ANY, conditions).objection(facts())).isEmpty();
        assertThat(new Eligibility(Match.ANY, conditions.subList(0, 2)).objection(facts()))
                .contains("not state is NY or NJ or score at least 90");
    }

    @ParameterizedTest
    @CsvSource({
        "colour, IS, red, 'field must be one of company, country, flag, score, segment, source, state or custom. and a name, was colour'",
        "custom., IS, red, 'field must be one of company, country, flag, score, segment, source, state or custom. and a name, was custom.'",
        "flag, IS, '', 'IS takes 1 to 50 values, were 0'",
        "score, AT_LEAST, '1;2', 'AT_LEAST takes 1 values, were 2'",
        "score, AT_MOST, many, 'AT_MOST takes a number, was many'",
        "flag, IS_KNOWN, x, 'IS_KNOWN takes 0 values, were 1'",
    })
    void a_condition_that_makes_no_sense_is_refused(String field, Operator operator, String values, String message) {
        List<String> list = values.isEmpty() ? List.of() : List.of(values.split(";"));

        assertThatThrownBy(() -> new Condition(field, operator, list)).hasMessage(message);
    }

    @Test
    void there_are_only_so_many_conditions() {
        Condition one = new Condition("flag", Operator.IS, List.of("VIP"));

        assertThatThrownBy(() -> new Eligibility(Match.ALL, Collections.nCopies(21, one)))
                .hasMessage("at most 20 conditions, were 21");
    }

    private static Eligibility.Facts facts() {
        return field -> ANN.getOrDefault(field, Set.of());
    }
}
