package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.util.List;
import org.junit.jupiter.api.Test;
import outdial.workspace.AuditEntry;
import outdial.workspace.AuditEntry.Action;
import outdial.workspace.AuditTrail;

/// What `AuditTrail` promises.
public abstract class AuditTrailContract extends PortsContract {
    private static final AuditEntry STOPPED = new AuditEntry("b", NOON, "key-1", Action.STOP, "", "wrong list");
    private static final AuditEntry LIFTED = new AuditEntry("a", NOON.plusMillis(1), "key-2", Action.LIFT_STOP, "", "");
    private static final AuditEntry OFF =
            new AuditEntry("c", NOON.plusSeconds(1), "key-2", Action.RULE_OFF, "US-FL", "consent on file");

    protected abstract AuditTrail trail();

    @Test
    void the_newest_entry_comes_first_page_by_page() {
        trail().add(scene.workspace(), STOPPED);
        trail().add(scene.workspace(), OFF);
        trail().add(scene.workspace(), LIFTED);

        assertThat(pages(2, page -> trail().list(scene.workspace(), page)).stream()
                        .flatMap(List::stream))
                .containsExactly(OFF, LIFTED, STOPPED);
    }

    @Test
    void a_workspace_sees_its_own_entries_alone() {
        trail().add(Scene.of("elsewhere").workspace(), STOPPED);

        assertThat(pages(2, page -> trail().list(scene.workspace(), page))).containsExactly(List.of());
    }
}
