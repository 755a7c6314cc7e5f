package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CircuitTest {
    private static final Instant REST_OVER = NOON.plusSeconds(60);

    @Test
    void a_sound_carrier_takes_every_call() {
        assertThat(Circuit.sound().admit(90, NOON)).isEqualTo(90);
    }

    @Test
    void a_few_failures_change_nothing_and_the_fifth_in_a_minute_opens() {
        Circuit circuit = Circuit.sound();
        for (int n = 0; n < 4; n++) circuit = circuit.failed("timeout", false, NOON.plusSeconds(n));
        assertThat(circuit).isEqualTo(new Circuit.Closed(4, NOON));
        assertThat(circuit.admit(3, NOON)).isEqualTo(3);

        assertThat(circuit.failed("timeout", false, NOON.plusSeconds(59)))
                .isEqualTo(new Circuit.Open("timeout", NOON.plusSeconds(119), Duration.ofMinutes(1)));
    }

    @Test
    void failures_of_another_minute_do_not_count() {
        Circuit four = new Circuit.Closed(4, NOON);

        assertThat(four.failed("timeout", false, REST_OVER)).isEqualTo(new Circuit.Closed(1, REST_OVER));
    }

    @Test
    void what_will_not_go_away_by_itself_opens_at_once() {
        assertThat(Circuit.sound().failed("AccessDenied", true, NOON))
                .isEqualTo(new Circuit.Open("AccessDenied", REST_OVER, Duration.ofMinutes(1)));
    }

    @Test
    void an_open_circuit_lets_nobody_through_and_then_one() {
        Circuit open = new Circuit.Open("AccessDenied", REST_OVER, Duration.ofMinutes(1));

        assertThat(open.admit(90, REST_OVER.minusMillis(1))).isZero();
        assertThat(open.admit(90, REST_OVER)).isEqualTo(1);
        assertThat(open.admit(0, REST_OVER)).isZero();
    }

    @Test
    void a_failure_that_was_under_way_says_nothing_new() {
        Circuit open = new Circuit.Open("AccessDenied", REST_OVER, Duration.ofMinutes(1));

        assertThat(open.failed("timeout", false, NOON.plusSeconds(5))).isEqualTo(open);
    }

    @Test
    void each_failed_probe_doubles_the_rest_up_to_a_quarter_of_an_hour() {
        Circuit circuit = new Circuit.Open("AccessDenied", NOON, Duration.ofMinutes(1));

        assertThat(circuit.failed("again", true, NOON))
                .isEqualTo(new Circuit.Open("again", NOON.plusSeconds(120), Duration.ofMinutes(2)));
        assertThat(new Circuit.Open("x", NOON, Duration.ofMinutes(8)).failed("again", true, NOON))
                .isEqualTo(new Circuit.Open("again", NOON.plusSeconds(900), Duration.ofMinutes(15)));
    }

    @Test
    void a_call_that_is_placed_closes_it() {
        assertThat(new Circuit.Open("x", NOON, Duration.ofMinutes(8)).succeeded())
                .isEqualTo(Circuit.sound());
    }
}
