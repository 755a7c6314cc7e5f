package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.contract.Scene;
import outdial.dialing.Carrier.Placement;

final class CarrierSwitchTest {
    private final Scene scene = Scene.of("acme");
    private final Carrier network = new CarrierSwitch(Map.of(
            "red", _ -> new Placement.Placed("red-1"),
            "blue", _ -> new Placement.Placed("blue-1")));

    @Test
    void an_attempt_goes_to_the_carrier_of_its_caller_number() {
        assertThat(network.place(by("red"))).isEqualTo(new Placement.Placed("red-1"));
        assertThat(network.place(by("blue"))).isEqualTo(new Placement.Placed("blue-1"));
    }

    @Test
    void an_attempt_by_a_carrier_that_is_not_there_is_our_fault() {
        assertThat(network.place(by("green"))).isEqualTo(new Placement.OurFault("there is no carrier green"));
    }

    private Attempt by(String carrier) {
        return new Attempt(
                new AttemptId("a-1"),
                scene.campaign(),
                scene.contactId("ann"),
                new Attempt.Route(phone(1), phone(2), carrier),
                1,
                NOON,
                Optional.empty());
    }
}
