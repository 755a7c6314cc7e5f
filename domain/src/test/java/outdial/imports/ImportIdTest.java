package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.contract.Scene.NOON;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImportIdTest {
    @Test
    void the_same_list_has_the_same_id_and_another_has_another() {
        assertThat(ImportId.of(NOON, "key", "v1")).isEqualTo(ImportId.of(NOON, "key", "v1"));
        assertThat(ImportId.of(NOON, "key", "v1")).isNotEqualTo(ImportId.of(NOON, "key", "v2"));
        assertThat(ImportId.of(NOON, "ab", "c")).isNotEqualTo(ImportId.of(NOON, "a", "bc"));
        assertThat(ImportId.of(NOON, "key", "v1").value()).isEqualTo("3oufkkkl6fzw5a7bnwn4obzf4k");
    }

    @Test
    void ids_are_in_order_of_time() {
        List<Instant> times = List.of(
                Instant.EPOCH,
                Instant.parse("2001-09-09T01:46:40Z"),
                NOON,
                NOON.plusSeconds(1),
                NOON.plusSeconds(31),
                NOON.plusSeconds(1024),
                Instant.parse("3000-01-01T00:00:00Z"));

        assertThat(times.stream().map(time -> ImportId.of(time, "x").value())).isSorted();
    }

    @Test
    void each_row_has_a_contact_of_its_own() {
        ImportId id = ImportId.of(NOON, "x");

        assertThat(id.contactOf(1)).isEqualTo(id.contactOf(1)).isNotEqualTo(id.contactOf(2));
        assertThat(id.contactOf(1).value()).matches("[a-z2-7]{26}");
        assertThat(id.sourceOf(12)).isEqualTo(id + "#12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "aaaaaaaaaaaaaaaaaaaaaaaaa1", "../../../../../../../../aa"})
    void what_looks_otherwise_is_no_id(String text) {
        assertThatThrownBy(() -> new ImportId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an import id is 26 of a-z and 2-7, was " + text);
    }
}
