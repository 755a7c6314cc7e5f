package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import outdial.dialing.Carrier.Placement;

class CapabilitiesTest {
    @Test
    void a_carrier_that_says_nothing_of_itself_only_places_calls() {
        Carrier plain = attempt -> new Placement.Placed("call-1");

        assertThat(plain.capabilities()).isEqualTo(new Capabilities(false, false, false, 1, 0));
    }

    @Test
    void a_carrier_starts_calls_and_pays_nobody_for_them() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Capabilities(true, true, true, 0, 0))
                .withMessage("calls per second must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Capabilities(true, true, true, 1, -1))
                .withMessage("a minute cannot cost less than 0, was -1");
    }
}
