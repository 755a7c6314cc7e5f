package outdial.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SummaryTest {
    private static final Summary SUMMARY = new Summary(
            new Summary.Listed(214, 190, 8, 10, 6),
            new Summary.People(140, 26, 16, 8),
            new Summary.Calls(281, 91, 10, 10),
            Summary.seconds(Duration.ofMillis(21_449)));

    @Test
    void programs_get_one_line_of_json() {
        assertThat(SUMMARY.json())
                .isEqualTo("{\"rows\":214,\"imported\":190,\"duplicates\":8,\"invalid\":10,\"doNotCall\":6,"
                        + "\"calls\":281,\"completed\":140,\"noAnswer\":26,\"failed\":16,\"optedOut\":8,"
                        + "\"retries\":91,\"maxConcurrent\":10,\"concurrencyLimit\":10,\"seconds\":21.4}");
    }

    @Test
    void people_get_a_table() {
        assertThat(SUMMARY.table()).isEqualTo("""
                  rows in the list    214     calls              281     people reached   140
                  imported            190     of them retries     91     no answer         26
                  duplicates            8     most at once        10     failed            16
                  invalid              10     allowed             10     opted out          8
                  on do-not-call        6     seconds           21.4
                """.stripTrailing());
    }
}
