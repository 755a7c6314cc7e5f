package outdial.bench;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an attempt costs must not creep up: a little above what docs/performance.md has, because fewer calls
/// share a pass.
final class DispatchBudgetTest {
    private static final int CONTACTS = 40;

    @Test
    void an_attempt_and_an_idle_tick_cost_no_more_than_they_did() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();

        Map<String, Double> figures = new Counted(root, CONTACTS, LogBytes.counting())
                .found().figures().stream().collect(toMap(Figure::name, Figure::value));

        assertThat(figures.get("writeUnitsPerAttempt")).isLessThan(29);
        assertThat(figures.get("readUnitsPerAttempt")).isLessThan(11);
        assertThat(figures.get("sqsRequestsPerAttempt")).isLessThan(3);
        assertThat(figures.get("readUnitsPerIdleTick")).isLessThanOrEqualTo(4);
    }
}
