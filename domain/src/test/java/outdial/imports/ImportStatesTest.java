package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.contract.Scene.NOON;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outdial.event.Event;

/// What may be asked of an import in each of its states.
final class ImportStatesTest {
    private static final ImportId ID = ImportId.of(NOON, "states");
    private static final String LIST = "phone,pet,note\n2025550101,cat,x\n555,dog\n\"broken\n2025550102,,,more\n";
    private static final Set<State> OVER = Set.of(State.COMPLETED, State.FAILED, State.CANCELLED);

    private final Office office = Office.open();

    enum State {
        AWAITING_UPLOAD,
        PLANNING,
        PREVIEWING,
        AWAITING_CONFIRMATION,
        IMPORTING,
        COMPLETED,
        FAILED,
        CANCELLED,
        UNDOING,
        UNDONE
    }

    @ParameterizedTest
    @EnumSource
    void only_what_was_previewed_is_confirmed(State state) {
        put(state, Source.UPLOAD);

        assertThat(office.supervisor().confirm(Office.WORKSPACE, ID))
                .isInstanceOf(
                        state == State.AWAITING_CONFIRMATION || state == State.IMPORTING
                                ? Supervisor.Answer.Done.class
                                : Supervisor.Answer.NotAllowed.class);
    }

    @ParameterizedTest
    @EnumSource
    void only_what_is_not_over_is_cancelled(State state) {
        put(state, Source.UPLOAD);
        Set<State> late = Set.of(State.COMPLETED, State.FAILED, State.UNDOING, State.UNDONE);

        assertThat(office.supervisor().cancel(Office.WORKSPACE, ID))
                .isInstanceOf(late.contains(state) ? Supervisor.Answer.NotAllowed.class : Supervisor.Answer.Done.class);
        assertThat(status()).isEqualTo(late.contains(state) ? state.name() : "CANCELLED");
    }

    @ParameterizedTest
    @EnumSource
    void only_what_failed_is_resumed(State state) {
        put(state, Source.UPLOAD);

        assertThat(office.supervisor().resume(Office.WORKSPACE, ID))
                .isInstanceOf(
                        state == State.FAILED || state == State.IMPORTING
                                ? Supervisor.Answer.Done.class
                                : Supervisor.Answer.NotAllowed.class);
    }

    @ParameterizedTest
    @EnumSource
    void only_what_is_over_is_undone(State state) {
        put(state, Source.UPLOAD);
        boolean allowed = OVER.contains(state) || state == State.UNDOING || state == State.UNDONE;

        assertThat(office.supervisor().undo(Office.WORKSPACE, ID))
                .isInstanceOf(allowed ? Supervisor.Answer.Done.class : Supervisor.Answer.NotAllowed.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_chunk_that_fails_ends_what_is_being_read(State state) {
        put(state, Source.UPLOAD);

        office.worker().fail(Office.WORKSPACE, ID, 1);

        boolean read = state == State.PREVIEWING || state == State.IMPORTING;
        assertThat(status()).isEqualTo(read ? "FAILED" : state.name());
    }

    @ParameterizedTest
    @EnumSource(names = {"PREVIEWING", "IMPORTING"})
    void who_is_told_of_a_chunk_that_failed_is_advised_to_resume_only_where_that_is_possible(State state) {
        put(state, Source.UPLOAD);
        office.worker().fail(Office.WORKSPACE, ID, 1);
        Import.Failed failed = (Import.Failed)
                office.memory.imports().find(Office.WORKSPACE, ID).orElseThrow();

        boolean resumed = office.supervisor().resume(Office.WORKSPACE, ID) instanceof Supervisor.Answer.Done;

        assertThat(failed.failure().message().contains("resume")).isEqualTo(resumed);
        assertThat(failed.failure().message().contains("Bring the list again")).isNotEqualTo(resumed);
    }

    @ParameterizedTest
    @EnumSource
    void a_request_that_broke_off_is_given_up(State state) {
        put(state, Source.API);

        office.worker().giveUp(Office.WORKSPACE, ID);

        boolean broken = state == State.PLANNING || state == State.IMPORTING;
        assertThat(status()).isEqualTo(broken ? "FAILED" : state.name());
    }

    @ParameterizedTest
    @EnumSource
    void a_list_can_be_looked_at_once_it_was_looked_over(State state) {
        Import one = put(state, Source.UPLOAD);

        Optional<Preview> preview = office.previewer().of(one);

        assertThat(preview.isPresent()).isEqualTo(state != State.AWAITING_UPLOAD && state != State.PLANNING);
        preview.ifPresent(shown -> {
            assertThat(shown.columns())
                    .extracting(Preview.Column::meaning)
                    .containsExactly("phone", "custom.pet", "ignore");
            assertThat(shown.rows())
                    .extracting(row -> row instanceof Preview.First.Refused)
                    .containsExactly(false, true, true, false);
            assertThat(shown.rows().getFirst())
                    .isInstanceOfSatisfying(
                            Preview.First.Person.class,
                            ann -> assertThat(ann.variables()).isEqualTo(Map.of("pet", "cat")));
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_of_a_request_are_not_looked_at_again(State state) {
        Import rows = put(state, Source.API);

        assertThat(office.previewer().of(rows)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_same_request_again_is_refused_what_was_taken_back(State state) {
        put(state, Source.API);
        RowsImporter.Request request = new RowsImporter.Request(
                ID, Office.WORKSPACE, new Target.AddressBook(), "key-1", Options.USUAL, List.of(Map.of("phone", "1")));

        switch (state) {
            case PLANNING, IMPORTING, COMPLETED ->
                assertThat(office.rowsImporter().add(request)).isInstanceOf(RowsImporter.Answer.Done.class);
            case FAILED, CANCELLED, UNDOING, UNDONE ->
                assertThat(office.rowsImporter().add(request)).isInstanceOf(RowsImporter.Answer.Refused.class);
            case AWAITING_UPLOAD, PREVIEWING, AWAITING_CONFIRMATION ->
                assertThatThrownBy(() -> office.rowsImporter().add(request)).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_end_of_an_import_is_told_once(State state) {
        Import one = put(state, Source.UPLOAD);
        boolean told = state == State.COMPLETED || state == State.FAILED;

        assertThat(Event.ofImport(Optional.empty(), one).isPresent()).isEqualTo(told);
        assertThat(Event.ofImport(Optional.of(one), one)).isEmpty();
        assertThat(office.replies().result(one).isPresent()).isEqualTo(told);
    }

    private Import put(State state, Source source) {
        office.lists.drop("list.csv", LIST);
        ListFile file = office.lists.find("list.csv", "").orElseThrow();
        Columns columns = new Columns(Map.of("note", new Meaning.Ignored()), Columns.Others.KEEP);
        Options options = new Options(Mode.SKIP, Optional.of(columns), Marks.NONE, false);
        Details details =
                new Details(ID, Office.WORKSPACE, new Target.AddressBook(), source, "list.csv", "key-1", options, NOON);
        Import.Plan plan =
                new Import.Plan(new Layout("US-ASCII", ',', List.of("phone", "pet", "note")), new Import.Extent(4, 1));
        if (source != Source.API) {
            office.memory.imports().add(ID, new Chunk(1, new Place(15, 1, 2), file.bytes(), 4, Map.of()));
        }
        Import one = of(state, new Import.Planning(details, file), plan);
        assertThat(office.memory.imports().add(one)).isTrue();
        return one;
    }

    private static Import of(State state, Import.Planning planning, Import.Plan plan) {
        Import.Importing importing = planning.begin(plan);
        return switch (state) {
            case AWAITING_UPLOAD -> new Import.AwaitingUpload(planning.details(), NOON);
            case PLANNING -> planning;
            case PREVIEWING -> planning.preview(plan);
            case AWAITING_CONFIRMATION -> planning.preview(plan).previewed();
            case IMPORTING -> importing;
            case COMPLETED -> importing.complete(Tally.NONE, NOON);
            case FAILED -> importing.fail(Failure.of(Failure.Reason.CHUNK_FAILED), NOON);
            case CANCELLED -> importing.cancel(NOON);
            case UNDOING -> new Import.Undoing(planning.details(), planning.file(), plan, 1, Tally.NONE, 0);
            case UNDONE ->
                new Import.Undoing(planning.details(), planning.file(), plan, 0, Tally.NONE, 0).undone(0, NOON);
        };
    }

    private String status() {
        return office.memory.imports().find(Office.WORKSPACE, ID).orElseThrow().status();
    }
}
