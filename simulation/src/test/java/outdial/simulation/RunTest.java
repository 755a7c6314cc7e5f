package outdial.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outdial.functions.phone.NumberingPlans;
import outdial.imports.Phones;

final class RunTest {
    @Test
    void the_same_seed_is_the_same_run_to_the_byte() {
        Scenario scenario = Scenario.of(7, 60, Duration.ofHours(6), Faults.of(Faults.Level.HIGH));
        StringWriter once = new StringWriter();
        StringWriter again = new StringWriter();

        Run.Result first = new Run(scenario, once).go();
        Run.Result second = new Run(scenario, again).go();

        assertThat(second).isEqualTo(first);
        assertThat(again).hasToString(once.toString());
    }

    @Test
    void another_seed_is_another_run() {
        StringWriter one = new StringWriter();
        StringWriter other = new StringWriter();

        Run.Result _ = new Run(Scenario.of(4, 60, Duration.ofHours(6), Faults.of(Faults.Level.NONE)), one).go();
        Run.Result _ = new Run(Scenario.of(8, 60, Duration.ofHours(6), Faults.of(Faults.Level.NONE)), other).go();

        assertThat(other.toString()).isNotEqualTo(one.toString());
    }

    /// By a reading of the ledger that knows nothing of the run.
    @Test
    void the_ledger_shows_no_more_calls_at_once_than_the_campaign_allows_and_all_within_its_window() {
        StringWriter ledger = new StringWriter();
        Scenario scenario = given(Faults.of(Faults.Level.HIGH).without(Faults.Kind.OPERATORS), 2);

        Run.Result result = new Run(scenario, ledger).go();

        List<Call> calls = Call.read(ledger.toString());
        assertThat(calls).hasSize((int) result.calls()).isNotEmpty();
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.startedAt())
                    .isAfterOrEqualTo(Instant.parse("2026-03-02T14:00:00Z").minus(Troubles.MOST_SKEW));
            assertThat(call.startedAt()).isBefore(Instant.parse("2026-03-02T22:00:00Z"));
            assertThat(calls.stream().filter(other -> other.isOnAt(call.startedAt())))
                    .hasSizeLessThanOrEqualTo(2);
        });
        Map<String, Integer> times = new HashMap<>();
        calls.forEach(call -> times.merge(call.phone(), 1, Integer::sum));
        assertThat(times.values())
                .as("two retries are three calls, besides those that did not ring")
                .allMatch(n -> n <= 6);
    }

    @Test
    void without_faults_everybody_is_called_in_the_end() {
        Run.Result result = new Run(given(Faults.of(Faults.Level.NONE), 9), Writer.nullWriter()).go();

        assertThat(result.waiting()).isEmpty();
        assertThat(result.byStatus()).doesNotContainKeys("PENDING", "QUEUED", "IN_PROGRESS");
        assertThat(result.byStatus().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(50);
        assertThat(result.virtual()).isEqualTo(Duration.ofMinutes(24 * 60 + 30));
    }

    @Test
    void a_campaign_that_the_api_would_refuse_is_refused_in_its_words() {
        ObjectNode campaign = campaign(2).put("concurrency", 0);
        Scenario scenario = new Scenario(
                0, 1, Duration.ofHours(1), Faults.of(Faults.Level.NONE), List.of(campaign), Optional.empty());

        assertThatThrownBy(() -> new Run(scenario, Writer.nullWriter()).go())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("concurrency must be a whole number from 1 to 1000.");
    }

    @Test
    void made_up_numbers_are_all_valid_and_all_different() {
        NumberingPlans plans = new NumberingPlans();
        List<String> phones = IntStream.range(0, 1_000_000)
                .filter(n -> n < 20_000 || n % 997 == 0)
                .mapToObj(Town::phone)
                .toList();

        assertThat(phones).doesNotHaveDuplicates();
        assertThat(phones).allMatch(phone -> plans.read(phone, "ZZ") instanceof Phones.Reading.Valid);
    }

    /// Fifty Americans and a Monday in New York. None of them in Florida, where three calls a day are the most,
    /// also when the network failed at one.
    private static Scenario given(Faults faults, int concurrency) {
        List<Map<String, String>> people = IntStream.range(0, 1000)
                .filter(n -> n % 10 < 7)
                .mapToObj(Town::phone)
                .filter(phone -> !phone.startsWith("+1305"))
                .limit(50)
                .map(phone -> Map.of("Phone Number", phone))
                .toList();
        List<JsonNode> campaigns = List.of(campaign(concurrency));
        return new Scenario(7, people.size(), Duration.ofDays(1), faults, campaigns, Optional.of(people));
    }

    private static ObjectNode campaign(int concurrency) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode campaign =
                json.objectNode().put("name", "spring").put("agentId", "anna").put("concurrency", concurrency);
        campaign.set("callerNumbers", json.arrayNode().add("+12025550190"));
        ObjectNode window = json.objectNode()
                .put("timeZone", "America/New_York")
                .put("start", "09:00")
                .put("end", "17:00");
        window.set("days", json.arrayNode().add("MON"));
        campaign.set("window", window);
        return campaign;
    }

    private record Call(String phone, Instant startedAt, Instant endedAt) {
        static List<Call> read(String ledger) {
            return Arrays.stream(ledger.split("\n"))
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Call(cells[0], Instant.parse(cells[1]), Instant.parse(cells[3])))
                    .toList();
        }

        boolean isOnAt(Instant time) {
            return !time.isBefore(startedAt) && time.isBefore(endedAt);
        }
    }
}
