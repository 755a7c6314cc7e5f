package outdial.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UnitsTest {
    private static final Optional<JsonNode> NONE = Optional.empty();

    private final Schema calls = Schema.of(json("""
            {"KeySchema": [{"AttributeName": "id"}],
             "GlobalSecondaryIndexes": [{"KeySchema": [{"AttributeName": "due"}],
               "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["name"]}}]}"""));

    @Test
    void an_item_is_as_big_as_its_names_and_values() {
        assertThat(Units.size(json("{\"id\": {\"S\": \"äb\"}}"))).isEqualTo(2 + 3);
        assertThat(Units.size(json("{\"n\": {\"N\": \"12345\"}}"))).isEqualTo(1 + 4);
        assertThat(Units.size(json("{\"b\": {\"BOOL\": true}}"))).isEqualTo(1 + 1);
        assertThat(Units.size(json("{\"l\": {\"L\": [{\"S\": \"ab\"}]}}"))).isEqualTo(1 + 3 + 1 + 2);
        assertThat(Units.size(json("{\"m\": {\"M\": {\"k\": {\"S\": \"ab\"}}}}")))
                .isEqualTo(1 + 3 + 1 + 1 + 2);
    }

    @Test
    void a_write_costs_a_unit_for_each_kilobyte_of_the_larger_item() {
        Optional<JsonNode> small = item("x", "", "");
        Optional<JsonNode> big = item("x".repeat(1_100), "", "");

        assertThat(Units.write(NONE, NONE)).isEqualTo(1);
        assertThat(Units.write(NONE, small)).isEqualTo(1);
        assertThat(Units.write(big, small)).isEqualTo(2);
    }

    @Test
    void an_index_costs_what_changes_in_it() {
        Optional<JsonNode> waiting = item("a", "1", "Ann");

        assertThat(calls.indexUnits(NONE, item("a", "", "Ann"))).isZero();
        assertThat(calls.indexUnits(NONE, waiting)).isEqualTo(1);
        assertThat(calls.indexUnits(waiting, waiting)).isZero();
        assertThat(calls.indexUnits(waiting, item("a", "1", "Bob"))).isEqualTo(1);
        assertThat(calls.indexUnits(waiting, item("a", "2", "Ann"))).isEqualTo(2);
        assertThat(calls.indexUnits(waiting, item("a", "", "Ann"))).isEqualTo(1);
    }

    @Test
    void a_read_costs_a_unit_for_each_four_kilobytes_and_half_of_it_if_it_may_be_old() {
        assertThat(Units.read(0, true)).isEqualTo(1);
        assertThat(Units.read(4_097, true)).isEqualTo(2);
        assertThat(Units.read(4_097, false)).isEqualTo(1);
    }

    private static Optional<JsonNode> item(String id, String due, String name) {
        String dueAttribute = due.isEmpty() ? "" : ",\"due\":{\"S\":\"" + due + "\"}";
        return Optional.of(
                json("{\"id\":{\"S\":\"" + id + "\"},\"name\":{\"S\":\"" + name + "\"}" + dueAttribute + "}"));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
