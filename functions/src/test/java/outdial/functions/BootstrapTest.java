package outdial.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.functions.api.Doorkeeper;
import outdial.memory.Memory;
import outdial.workspace.Workspace;
import outdial.workspace.WorkspaceId;

final class BootstrapTest {
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    private final Memory memory = new Memory();
    private final Bootstrap bootstrap = new Bootstrap(memory.workspaces(), () -> NOW);

    @Test
    void a_workspace_is_opened_with_a_key_that_may_do_everything() {
        String key = bootstrap.open(ACME, "Acme Clinics", "US", NEW_YORK);

        assertThat(memory.workspaces().find(ACME)).contains(new Workspace(ACME, "Acme Clinics", "US", NEW_YORK, NOW));
        assertThat(contextOf(key)).containsEntry("workspaceId", "acme").containsEntry("role", "ADMIN");
    }

    @Test
    void opened_again_it_stays_as_it_is_and_gets_one_more_key() {
        String first = bootstrap.open(ACME, "Acme Clinics", "US", NEW_YORK);
        String second = bootstrap.open(ACME, "Another Name", "GB", ZoneId.of("Europe/London"));

        assertThat(memory.workspaces().find(ACME).orElseThrow().name()).isEqualTo("Acme Clinics");
        assertThat(contextOf(first)).containsEntry("role", "ADMIN");
        assertThat(contextOf(second)).containsEntry("role", "ADMIN");
        assertThat(second).isNotEqualTo(first);
    }

    private Map<String, String> contextOf(String key) {
        return new Doorkeeper(memory.workspaces()).contextOf(Optional.of("Bearer " + key));
    }
}
