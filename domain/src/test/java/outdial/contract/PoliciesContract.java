package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.dialing.Circuit;
import outdial.rules.Policies;
import outdial.rules.Policy;
import outdial.rules.Region;
import outdial.rules.Switches;
import outdial.workspace.Stop;

/// `Policies` and `Circuits`: what keeps calls from going out at all.
public abstract class PoliciesContract extends PortsContract {
    private static final Stop STOP = new Stop("wrong list", "key-1", NOON);
    private static final Switches.Waiver WHY = new Switches.Waiver("consent on file", "key-1", NOON);

    private Policies policies = ports.books().policies();

    @BeforeEach
    void find_the_policies() {
        policies = ports.books().policies();
    }

    /// Other tests share the deployment.
    @AfterEach
    void let_everybody_call_again() {
        policies.stopAll(Optional.empty());
    }

    @Test
    void a_workspace_that_decided_nothing_calls_by_the_usual_rules() {
        assertThat(policies.of(scene.workspace())).isEqualTo(Policy.USUAL);
    }

    @Test
    void a_workspace_is_stopped_and_goes_on() {
        policies.stop(scene.workspace(), Optional.of(STOP));
        assertThat(policies.of(scene.workspace()).stop()).contains(STOP);
        assertThat(policies.of(Scene.of(scene.workspace() + "x").workspace()).stop())
                .isEmpty();

        policies.stop(scene.workspace(), Optional.empty());
        assertThat(policies.of(scene.workspace())).isEqualTo(Policy.USUAL);
    }

    @Test
    void a_stop_of_the_deployment_stops_every_workspace() {
        policies.stopAll(Optional.of(STOP));
        assertThat(policies.of(scene.workspace()).stop()).contains(STOP);

        policies.stopAll(Optional.empty());
        assertThat(policies.of(scene.workspace()).stop()).isEmpty();
    }

    @Test
    void changed_rules_are_kept_beside_a_stop() {
        Switches changed = Switches.UNTOUCHED
                .withOff("US-FL", WHY)
                .withOn("US-NY")
                .withBlock(new Region("US-LA"), LocalDate.of(2026, 9, 1))
                .withAllOff(WHY);
        policies.stop(scene.workspace(), Optional.of(STOP));

        assertThat(policies.change(scene.workspace(), Switches.UNTOUCHED, changed))
                .isTrue();

        assertThat(policies.of(scene.workspace())).isEqualTo(new Policy(Optional.of(STOP), changed));
        assertThat(policies.change(scene.workspace(), changed, Switches.UNTOUCHED))
                .isTrue();
        assertThat(policies.of(scene.workspace()).switches()).isEqualTo(Switches.UNTOUCHED);
    }

    @Test
    void rules_that_somebody_changed_meanwhile_are_not_overwritten() {
        Switches mine = Switches.UNTOUCHED.withOn("US-NY");

        assertThat(policies.change(scene.workspace(), mine, Switches.UNTOUCHED)).isFalse();
        assertThat(policies.change(scene.workspace(), Switches.UNTOUCHED, mine)).isTrue();
        assertThat(policies.change(scene.workspace(), Switches.UNTOUCHED, Switches.UNTOUCHED.withOn("US-CA")))
                .isFalse();
        assertThat(policies.of(scene.workspace()).switches()).isEqualTo(mine);
    }

    @Test
    void a_circuit_is_changed_only_while_it_is_what_was_seen() {
        String carrier = "chime-of-" + scene.workspace();
        Circuit failing = new Circuit.Closed(2, NOON);
        Circuit open = new Circuit.Open("AccessDenied", NOON.plusSeconds(60), Duration.ofMinutes(1));
        assertThat(ports.circuits().of(carrier)).isEqualTo(Circuit.sound());

        assertThat(ports.circuits().change(carrier, failing, open)).isFalse();
        assertThat(ports.circuits().change(carrier, Circuit.sound(), failing)).isTrue();
        assertThat(ports.circuits().of(carrier)).isEqualTo(failing);
        assertThat(ports.circuits().change(carrier, Circuit.sound(), open)).isFalse();
        assertThat(ports.circuits().change(carrier, failing, open)).isTrue();
        assertThat(ports.circuits().of(carrier)).isEqualTo(open);
        assertThat(ports.circuits().change(carrier, open, Circuit.sound())).isTrue();
        assertThat(ports.circuits().of(carrier)).isEqualTo(Circuit.sound());
        assertThat(ports.circuits().change(carrier, Circuit.sound(), failing)).isTrue();
    }
}
