package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.call.LatestResults;
import outdial.call.Outcome;
import outdial.contact.ContactId;
import outdial.workspace.WorkspaceId;

/// The result of each contact's latest attempt.
public abstract class LatestResultsContract extends PortsContract {

    /// The port under test; it belongs to the deployment of [#ports].
    protected abstract LatestResults results();

    /// What is noted for the contact.
    protected abstract Optional<Outcome> noted(WorkspaceId workspace, ContactId contact);

    @BeforeEach
    void have_a_contact() {
        ports.books().contacts().add(List.of(scene.contact("ann", phone(1))));
    }

    @Test
    void nothing_is_noted_before_the_first_attempt() {
        assertThat(latest()).isEmpty();
    }

    @Test
    void a_later_attempt_takes_the_place_of_an_earlier_one() {
        note(Outcome.BUSY, 0);
        note(Outcome.COMPLETED, 60);

        assertThat(latest()).contains(Outcome.COMPLETED);
    }

    @Test
    void an_earlier_attempt_changes_nothing() {
        note(Outcome.COMPLETED, 60);
        note(Outcome.BUSY, 0);

        assertThat(latest()).contains(Outcome.COMPLETED);
    }

    @Test
    void another_result_of_the_same_attempt_takes_its_place() {
        note(Outcome.UNKNOWN, 0);
        note(Outcome.COMPLETED, 0);

        assertThat(latest()).contains(Outcome.COMPLETED);
    }

    @Test
    void a_contact_keeps_its_version() {
        note(Outcome.COMPLETED, 0);

        assertThat(ports.books().contacts().find(scene.workspace(), scene.contactId("ann")))
                .contains(scene.contact("ann", phone(1)));
    }

    private void note(Outcome outcome, int secondsAfterNoon) {
        results().note(scene.workspace(), scene.contactId("ann"), outcome, NOON.plusSeconds(secondsAfterNoon));
    }

    private Optional<Outcome> latest() {
        return noted(scene.workspace(), scene.contactId("ann"));
    }
}
