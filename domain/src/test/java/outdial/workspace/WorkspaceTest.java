package outdial.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.contract.Scene;
import outdial.donotcall.DoNotCallEntry;

final class WorkspaceTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "-acme", "a b", "acme_1"})
    void an_id_is_lower_case_letters_digits_and_hyphens(String id) {
        assertThat(WorkspaceId.valid(id)).isFalse();
        assertThatThrownBy(() -> new WorkspaceId(id))
                .hasMessage("a workspace id is 1 to 40 lower-case letters, digits and hyphens, was " + id);
    }

    @Test
    void an_id_has_at_most_forty_characters() {
        assertThat(new WorkspaceId("a".repeat(40))).hasToString("a".repeat(40));
        assertThat(WorkspaceId.valid("a".repeat(41))).isFalse();
    }

    @Test
    void a_caller_number_is_in_at_least_one_call() {
        assertThatThrownBy(() -> new CallerNumber(Scene.CALLER, "Office", "chime", 0))
                .hasMessage("concurrency must be at least 1, was 0");
    }

    @Test
    void roles_allow_what_they_are_for() {
        assertThat(Role.values()).filteredOn(Role::operates).containsExactly(Role.ADMIN, Role.OPERATOR);
        assertThat(Role.values()).filteredOn(Role::reads).containsExactly(Role.ADMIN, Role.OPERATOR, Role.VIEWER);
        assertThat(Role.values())
                .filteredOn(Role::addsContacts)
                .containsExactly(Role.ADMIN, Role.OPERATOR, Role.INGEST);
    }

    @Test
    void a_do_not_call_entry_says_by_which_way() {
        assertThatThrownBy(() -> new DoNotCallEntry(
                        new WorkspaceId("acme"), Scene.phone(1), Set.of(), "API", "asked", Scene.NOON))
                .hasMessage("a do-not-call entry needs at least one channel");
    }
}
