package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.workspace.WorkspaceId;

final class DropPathTest {
    private static final WorkspaceId CLINIC = new WorkspaceId("clinic");
    private static final ImportId ID = ImportId.of(NOON, "x");

    @Test
    void a_path_names_workspace_target_and_file() {
        assertThat(DropPath.parse("imports/clinic/spring/my people.csv"))
                .contains(new DropPath(CLINIC, Target.parse("spring"), Optional.empty(), "my people.csv"));
        assertThat(DropPath.parse("imports/clinic/contacts/people.csv"))
                .contains(new DropPath(CLINIC, new Target.AddressBook(), Optional.empty(), "people.csv"));
        assertThat(DropPath.parse("imports/clinic/do-not-call/ftc.txt"))
                .contains(new DropPath(CLINIC, new Target.DoNotCallList(), Optional.empty(), "ftc.txt"));
    }

    @Test
    void an_upload_has_the_imports_id_before_the_name() {
        assertThat(DropPath.parse("imports/clinic/spring/" + ID + "/people.csv"))
                .contains(new DropPath(CLINIC, Target.parse("spring"), Optional.of(ID), "people.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imports/people.csv",
                "imports/clinic/people.csv",
                "imports/clinic/spring/sub/people.csv",
                "imports/Clinic!/spring/people.csv",
                "imports/clinic//people.csv",
                "imports/clinic/spring/",
                "lists/clinic/spring/people.csv",
                "imports/clinic/a/b/c/people.csv"
            })
    void what_names_less_or_more_is_no_path(String key) {
        assertThat(DropPath.parse(key)).isEmpty();
    }
}
