package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.imports.Failure.Reason;
import outdial.memory.MemoryChunkQueue.Order;
import outdial.memory.MemoryLists;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;

final class ImportPlannerTest {
    private static final String LIST = """
        phone,name
        202-555-0101,Ann
        202-555-0102,Bob
        """;

    private final Office office = Office.open();

    @Test
    void a_dropped_list_is_planned_and_its_chunk_is_ordered() {
        String key = office.key("people.csv");
        office.lists.drop(key, LIST);

        office.plan(key);

        assertThat(office.of(key)).isInstanceOfSatisfying(Import.Importing.class, importing -> {
            assertThat(importing.extent()).isEqualTo(new Import.Extent(2, 1));
            assertThat(importing.remaining()).isEqualTo(1);
            assertThat(importing.layout()).isEqualTo(new Layout("UTF-8", ',', List.of("phone", "name")));
            assertThat(importing.details().file()).isEqualTo("people.csv");
            assertThat(importing.details().source()).isEqualTo(Source.S3);
            assertThat(importing.details().who()).isEqualTo("somebody");
        });
        assertThat(office.queue.take())
                .containsExactly(new Order(office.of(key).details(), OptionalInt.of(1), Duration.ZERO));
        assertThat(office.campaign().details().intake()).isEqualTo(1);
        assertThat(office.lists.rejections()).isEmpty();
    }

    @Test
    void the_same_event_again_orders_only_what_is_not_done() {
        String key = office.key("people.csv");
        office.lists.drop(key, LIST);
        office.plan(key);
        office.queue.take();

        office.plan(key);
        assertThat(office.queue.take()).hasSize(1);

        office.plan(key);
        office.work();
        office.plan(key);
        assertThat(office.queue.take()).isEmpty();
        assertThat(office.all()).hasSize(1);
        assertThat(office.campaign().details().intake()).isZero();
    }

    @Test
    void a_list_that_is_dropped_again_under_the_same_name_is_another_import() {
        office.bring("people.csv", LIST);

        office.bring("people.csv", LIST);

        assertThat(office.all()).hasSize(2);
        assertThat(office.all().stream().map(Import::tally))
                .containsExactlyInAnyOrder(new Tally(2, 0, 0, 0, 0, 0, 0, 0), new Tally(0, 0, 0, 2, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "imports/clinic/clinic-spring/list.csv, ''                    , EMPTY_FILE",
        "imports/clinic/clinic-spring/list.csv, 'name,city|Ann,Rome'  , NO_PHONE_COLUMN",
        "imports/clinic/clinic-spring/list.csv, 'email|a@b.example'   , NO_PHONE_COLUMN",
        "imports/clinic/contacts/list.csv     , 'name|Ann'            , NO_PHONE_COLUMN",
        "imports/clinic/clinic-spring/list.csv, 'phone,name'          , NO_ROWS",
        "imports/clinic/clinic-spring/list.zip, 'archive:'            , NO_LIST_INSIDE",
        "imports/clinic/nowhere/list.csv      , 'phone|2025550101'    , UNKNOWN_CAMPAIGN"
    })
    void what_cannot_be_imported_fails_with_the_reason_and_a_note(String key, String list, Reason reason) {
        office.lists.drop(key, list.replace('|', '\n'));

        office.plan(key);

        Failure failure = Failure.of(reason);
        Import failed = office.of(key);
        assertThat(failed).isEqualTo(new Import.Failed(failed.details(), failed.file(), failure, NOON));
        assertThat(office.lists.rejections()).isEqualTo(Map.of(key, failure));
        assertThat(office.queue.take()).isEmpty();
        assertThat(office.campaign().details().intake()).isZero();
    }

    @Test
    void the_rows_of_an_archive_are_read_from_what_was_rewritten() {
        Import done = office.bring("people.zip", MemoryLists.ARCHIVE + LIST);

        assertThat(done).isInstanceOf(Import.Completed.class);
        assertThat(done.file().key()).isEqualTo(office.key("people.zip"));
        assertThat(office.enrolled()).containsExactly("+12025550101", "+12025550102");
    }

    @Test
    void an_archive_is_known_again_by_itself_and_not_by_what_was_rewritten() {
        String key = office.key("people.zip");
        office.lists.drop(key, MemoryLists.ARCHIVE + LIST);
        office.plan(key);

        office.plan(key);

        assertThat(office.queue.take()).hasSize(2);
        assertThat(office.all()).hasSize(1);
        assertThat(office.lists.rejections()).isEmpty();
    }

    @Test
    void a_list_for_an_unknown_workspace_is_kept_under_its_name() {
        office.lists.drop("imports/nobody/contacts/list.csv", LIST);

        office.plan("imports/nobody/contacts/list.csv");

        assertThat(office.lists.rejections())
                .isEqualTo(Map.of("imports/nobody/contacts/list.csv", Failure.of(Reason.UNKNOWN_WORKSPACE)));
        assertThat(office.all()).isEmpty();
        assertThat(office.memory
                        .imports()
                        .list(new WorkspaceId("nobody"), new PageRequest(10, Optional.empty()))
                        .items())
                .extracting(Import::status)
                .containsExactly("FAILED");
    }

    @Test
    void a_campaign_that_is_over_takes_no_list() {
        office.cancelCampaign();

        Import failed = office.bring("late.csv", LIST);

        assertThat(failed)
                .isInstanceOfSatisfying(
                        Import.Failed.class,
                        import_ -> assertThat(import_.failure()).isEqualTo(Failure.of(Reason.CAMPAIGN_CLOSED)));
        assertThat(office.enrolled()).isEmpty();
    }

    @Test
    void a_campaign_that_ends_while_the_list_is_looked_over_takes_nothing_of_it() {
        office.around = call -> {
            if (call.is("begin")) office.cancelCampaign();
            return call.real();
        };

        Import failed = office.bring("late.csv", LIST);

        assertThat(failed)
                .isInstanceOfSatisfying(
                        Import.Failed.class,
                        import_ -> assertThat(import_.failure()).isEqualTo(Failure.of(Reason.CAMPAIGN_CLOSED)));
        assertThat(office.campaign().details().intake()).isZero();
    }

    @Test
    void two_planners_of_the_same_list_begin_it_once() {
        String key = office.key("people.csv");
        office.lists.drop(key, LIST);
        office.around = call -> {
            if (call.is("begin")) {
                office.around = inner -> inner.real();
                office.plan(key);
            }
            return call.real();
        };

        office.plan(key);

        assertThat(office.campaign().details().intake()).isEqualTo(1);
        assertThat(office.queue.take()).hasSize(2);
        assertThat(office.lists.rejections()).isEmpty();
    }

    @Test
    void a_path_that_says_nothing_leaves_a_note() {
        office.lists.drop("imports/list.csv", LIST);

        office.plan("imports/list.csv");

        assertThat(office.lists.rejections()).isEqualTo(Map.of("imports/list.csv", Failure.of(Reason.BAD_PATH)));
    }

    @Test
    void folders_and_lists_that_are_gone_are_passed_over() {
        office.lists.drop("imports/clinic/", "");

        office.plan("imports/clinic/");
        office.plan("imports/clinic/contacts/gone.csv");

        assertThat(office.lists.rejections()).isEmpty();
        assertThat(office.all()).isEmpty();
    }
}
