package outdial.rules;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.hours.DailyHours;
import outdial.hours.HolidayCalendar;
import outdial.rules.Quiet.Event;

final class RulesFileTest {
    private static final String HEADER =
            "id,region,purposes,days,start,end,holidays,caps,quiet,validFrom,confidence,asOf,source,note";

    private final Rulebook book = Rulebook.shipped();

    @Test
    void its_cells_hold_neither_commas_nor_quotes() throws IOException {
        List<String> lines = lines();

        assertThat(lines.getFirst()).isEqualTo(HEADER);
        assertThat(lines).noneMatch(line -> line.contains("\""));
        assertThat(lines).allMatch(line -> line.chars().filter(c -> c == ',').count() == 13);
    }

    /// What is confirmed binds; how sure the rest is was looked up too.
    @Test
    void each_rule_has_its_mark() {
        assertThat(marked(Confidence.CONFIRMED))
                .isEqualTo("US US-DEBT US-FL US-LA US-OK US-OR US-WA CA FR ES AU AU-RESEARCH IN");
        assertThat(marked(Confidence.AGGREGATED))
                .isEqualTo("US-AL US-CT US-IL US-KY US-MD US-MA US-MI US-MN US-MS US-NE US-NV US-NM US-PA US-UT");
        assertThat(marked(Confidence.UNVERIFIED))
                .isEqualTo("US-CA US-IN US-ME US-NY US-RI US-SC US-SD US-TX US-WY GB DE");
    }

    @Test
    void each_rule_has_a_source() {
        assertThat(book.rules()).noneMatch(rule -> rule.evidence().source().isBlank());
    }

    @Test
    void lines_of_one_id_are_one_rule_with_several_hours() {
        assertThat(rule("FR").limits())
                .isEqualTo(new Limits(
                        List.of(
                                hours(EnumSet.range(MONDAY, FRIDAY), "10:00", "13:00"),
                                hours(EnumSet.range(MONDAY, FRIDAY), "14:00", "20:00")),
                        HolidayCalendar.FR,
                        List.of(new Cap(4, Duration.ofDays(30))),
                        List.of(new Quiet(Event.REFUSAL, Duration.ofDays(60)))));
    }

    @Test
    void a_rule_is_of_its_region_and_for_its_purposes() {
        assertThat(rule("US-DEBT"))
                .isEqualTo(new Rule(
                        "US-DEBT",
                        new Region("US"),
                        EnumSet.of(Purpose.COLLECTIONS),
                        Optional.of(LocalDate.parse("2021-11-30")),
                        new Limits(
                                List.of(hours(EnumSet.allOf(DayOfWeek.class), "08:00", "21:00")),
                                HolidayCalendar.NONE,
                                List.of(new Cap(7, Duration.ofDays(7))),
                                List.of(new Quiet(Event.CONVERSATION, Duration.ofDays(7)))),
                        new Rule.Evidence(Confidence.CONFIRMED, "12 CFR 1006.14(b)(2); 1006.6(b)(1)", "2026-06")));
        assertThat(rule("AU").purposes()).doesNotContain(Purpose.RESEARCH);
        assertThat(rule("AU-RESEARCH").region()).isEqualTo(new Region("AU"));
        assertThat(rule("US-FL").purposes()).containsExactlyInAnyOrder(Purpose.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X,US,ALL|a rule has 14 cells, was X,US,ALL",
                "X,us,ALL,MON,09:00,17:00,NONE,,,,C,,s,|a region must be such as FR or US-FL, was us",
                "X,US,ALL,HOL,09:00,17:00,NONE,,,,C,,s,|no weekday: HOL",
                "X,US,ALL,MON,09:00,17:00,NONE,,,,D,,s,|no mark: D",
                "X,US,,MON,09:00,17:00,NONE,,,,C,,s,|rule X needs a purpose",
            })
    void a_broken_line_is_told(String line, String message) {
        assertThatThrownBy(() -> RulesFile.read(List.of(HEADER, line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void a_rule_without_hours_is_refused() {
        assertThatThrownBy(() -> new Limits(List.of(), HolidayCalendar.NONE, List.of(), List.of()))
                .hasMessage("a rule needs hours, if only 00:00 to 00:00");
    }

    @Test
    void a_region_is_within_its_country_and_a_country_may_be_any_of_its_parts() {
        Region florida = new Region("US-FL");
        Region states = new Region("US");

        assertThat(florida.isWithin(states)).isTrue();
        assertThat(states.isWithin(florida)).isFalse();
        assertThat(states.mayBe(florida)).isTrue();
        assertThat(new Region("US-NY").mayBe(florida)).isFalse();
        assertThat(Region.isCode("US-FL")).isTrue();
        assertThat(Region.isCode("001")).isFalse();
    }

    @Test
    void a_rule_is_turned_off_with_a_reason_by_somebody() {
        assertThatThrownBy(() -> new Switches.Waiver(" ", "key-1", Instant.EPOCH))
                .hasMessage("a rule is turned off with a reason");
        assertThatThrownBy(() -> new Switches.Waiver("why", "", Instant.EPOCH))
                .hasMessage("a rule is turned off by somebody");
    }

    @Test
    void switches_go_back_to_where_they_were() {
        Switches.Waiver why = new Switches.Waiver("why", "key-1", Instant.EPOCH);

        assertThat(Switches.UNTOUCHED.withAllOff(why).rulesOn()).isFalse();
        assertThat(Switches.UNTOUCHED.withAllOff(why).withAllOn()).isEqualTo(Switches.UNTOUCHED);
        assertThat(Switches.UNTOUCHED.withOn("US-AL").withOff("US-AL", why).on())
                .isEmpty();
    }

    private String marked(Confidence confidence) {
        return book.rules().stream()
                .filter(rule -> rule.evidence().confidence() == confidence)
                .map(Rule::id)
                .collect(Collectors.joining(" "));
    }

    private Rule rule(String id) {
        return book.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static DailyHours hours(Set<DayOfWeek> days, String start, String end) {
        return new DailyHours(days, LocalTime.parse(start), LocalTime.parse(end));
    }

    private static List<String> lines() throws IOException {
        try (var in = Objects.requireNonNull(RulesFile.class.getResourceAsStream("calling-rules.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
