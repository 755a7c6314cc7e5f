package outdial.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import outdial.campaign.CampaignId;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;

final class ScopeTest {
    private static final Scope CALLER = Scope.callerNumber(new WorkspaceId("clinic"), new PhoneNumber("+12025550100"));

    @Test
    void a_caller_number_is_not_shown_in_clear() {
        assertThat(CALLER).hasToString("number#clinic#+12*******00");
        assertThat(Scope.carrier("chime-sdk")).hasToString("carrier#chime-sdk");
    }

    @Test
    void the_caller_number_is_found_among_the_scopes_of_a_call() {
        List<Scope> scopes = List.of(Scope.campaign(new CampaignId("spring")), CALLER, Scope.carrier("chime-sdk"));

        assertThat(Scope.callerNumberIn(scopes)).isEqualTo(new PhoneNumber("+12025550100"));
    }

    @Test
    void a_call_without_caller_number_is_a_mistake() {
        assertThatThrownBy(() -> Scope.callerNumberIn(List.of(Scope.carrier("chime-sdk"))))
                .hasMessage("no caller number among 1 scopes");
    }
}
