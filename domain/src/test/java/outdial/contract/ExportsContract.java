package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.contact.AddressClaim;
import outdial.contact.Contact;
import outdial.enrollment.Status;
import outdial.export.Export;
import outdial.export.Exports;
import outdial.export.Selection;

/// What `Exports` promises, and the list of contacts that exports read.
public abstract class ExportsContract extends PortsContract {
    protected abstract Exports exports();

    @Test
    void every_selection_is_found_as_it_was_asked_for() {
        List<Selection> selections = List.of(
                new Selection.Contacts(),
                new Selection.DoNotCall(),
                new Selection.Calls(scene.campaign().id()),
                new Selection.Enrollments(scene.campaign().id(), Optional.empty()),
                new Selection.Enrollments(scene.campaign().id(), Optional.of(Status.NO_ANSWER)));

        for (int n = 0; n < selections.size(); n++) {
            Export.Writing export = new Export.Writing(details("e" + n, selections.get(n)));
            assertThat(exports().add(export)).isTrue();
            assertThat(exports().find(scene.workspace(), "e" + n)).contains(export);
        }
        assertThat(exports().find(Scene.of("elsewhere").workspace(), "e1")).isEmpty();
    }

    @Test
    void every_state_is_found_as_it_was_left() {
        Export.Details details = details("e", new Selection.Contacts());
        Export.Writing added = new Export.Writing(details);
        Export.Writing writing = new Export.Writing(
                details, Optional.of("upload"), Optional.of("cursor"), 3, 500, 2, Optional.of(NOON.plusMillis(7)));
        Export.Closing closing = new Export.Closing(details, "upload", 4, 600, 3, Optional.empty());
        Export.Completed completed = new Export.Completed(details, 600, NOON);

        assertThat(exports().add(added)).isTrue();
        assertThat(exports().change(added, writing)).isTrue();
        assertThat(exports().find(scene.workspace(), "e")).contains(writing);
        assertThat(exports().change(writing, closing)).isTrue();
        assertThat(exports().find(scene.workspace(), "e")).contains(closing);
        assertThat(exports().change(closing, completed)).isTrue();
        assertThat(exports().find(scene.workspace(), "e")).contains(completed);
    }

    @Test
    void one_that_failed_is_found_with_the_reason() {
        Export.Writing added = new Export.Writing(details("e", new Selection.Contacts())).take(NOON);
        Export.Failed failed = added.fail("no such bucket", NOON.plusSeconds(1));

        assertThat(exports().add(added)).isTrue();
        assertThat(exports().change(added, failed)).isTrue();

        assertThat(exports().find(scene.workspace(), "e")).contains(failed);
    }

    @Test
    void who_saw_an_older_version_changes_nothing() {
        Export.Writing added = new Export.Writing(details("e", new Selection.Contacts()));
        Export.Writing taken = added.take(NOON);
        assertThat(exports().add(added)).isTrue();
        assertThat(exports().add(added)).isFalse();
        assertThat(exports().change(added, taken)).isTrue();

        assertThat(exports().change(added, added.take(NOON.plusSeconds(1)))).isFalse();

        assertThat(exports().find(scene.workspace(), "e")).contains(taken);
    }

    @Test
    void the_newest_comes_first_page_by_page() {
        for (String id : List.of("a", "c", "b")) {
            assertThat(exports().add(new Export.Writing(details(id, new Selection.Contacts()))))
                    .isTrue();
        }

        assertThat(pages(2, page -> exports().list(scene.workspace(), page)).stream()
                        .flatMap(List::stream)
                        .map(export -> export.details().id()))
                .containsExactly("c", "b", "a");
    }

    @Test
    void a_workspace_lists_its_contacts_and_no_claims_page_by_page() {
        List<Contact> people = List.of(
                scene.contact("ada", Scene.phone(1)),
                scene.contact("bob", Scene.phone(2)),
                scene.contact("eve", Scene.phone(3)));
        ports.books()
                .contacts()
                .claim(scene.workspace(), List.of(AddressClaim.phone(Scene.phone(1), scene.contactId("ada"))));
        ports.books().contacts().add(people);

        assertThat(pages(2, page -> ports.books().contacts().list(scene.workspace(), page)).stream()
                        .flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(people);
        assertThat(pages(
                                2,
                                page -> ports.books()
                                        .contacts()
                                        .list(Scene.of("elsewhere").workspace(), page))
                        .stream()
                        .flatMap(List::stream))
                .isEmpty();
    }

    private Export.Details details(String id, Selection selection) {
        return new Export.Details(id, scene.workspace(), selection, "key-1", Scene.CREATED);
    }
}
