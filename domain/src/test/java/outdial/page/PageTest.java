package outdial.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PageTest {
    @Test
    void a_page_keeps_its_cursor_when_its_items_are_mapped() {
        Page<Integer> page = new Page<>(List.of(1, 2), Optional.of("next"));

        assertThat(page.map(n -> "n" + n)).isEqualTo(new Page<>(List.of("n1", "n2"), Optional.of("next")));
    }

    @Test
    void a_page_has_1_to_100_items() {
        assertThat(new PageRequest(1, Optional.empty()).limit()).isEqualTo(1);
        assertThat(new PageRequest(100, Optional.empty()).limit()).isEqualTo(100);
        assertThatThrownBy(() -> new PageRequest(0, Optional.empty())).hasMessage("limit must be 1 to 100, was 0");
        assertThatThrownBy(() -> new PageRequest(101, Optional.empty())).hasMessage("limit must be 1 to 100, was 101");
    }
}
