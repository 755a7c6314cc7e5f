package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outdial.campaign.Campaign;
import outdial.contact.Contacts.Update;
import outdial.contract.Scene;
import outdial.enrollment.Enrollment;
import outdial.memory.MemoryLists;
import outdial.phone.PhoneNumber;

/// What people ask of imports: confirm, cancel, resume, undo.
final class SupervisorTest {
    private static final String LIST = "phone,email\n2025550101,ann@example.com\n2025550102,\n2025550101,\n555,\n";
    private static final Options PREVIEWED = new Options(Mode.SKIP, Optional.empty(), Marks.NONE, true);

    private final Office office = Office.open();

    @Test
    void a_preview_tells_what_would_become_of_each_row_and_writes_nothing() {
        office.stop("+12025550102");
        office.bringTo("imports/clinic/contacts/a.csv", "phone\n2025550109\n");

        Import previewed = office.upload(PREVIEWED, LIST + "2025550109,\n");

        assertThat(previewed.status()).isEqualTo("AWAITING_CONFIRMATION");
        assertThat(previewed.tally()).isEqualTo(new Tally(2, 0, 1, 0, 0, 1, 1, 0));
        assertThat(office.enrolled()).isEmpty();
        assertThat(contact("+12025550101")).isEmpty();
        assertThat(office.memory.groups().of(office.scene.campaign().id())).isEmpty();
        assertThat(office.campaign().details().intake()).isZero();
        assertThat(office.reports.of(id(previewed))).hasSize(4);
    }

    @Test
    void what_was_previewed_is_imported_when_it_is_confirmed() {
        Import previewed = office.upload(PREVIEWED, LIST);

        Supervisor.Answer answer = office.supervisor().confirm(Office.WORKSPACE, id(previewed));
        office.work();

        assertThat(now(answer).status()).isEqualTo("IMPORTING");
        assertThat(find(previewed)).isInstanceOf(Import.Completed.class);
        assertThat(find(previewed).tally()).isEqualTo(previewed.tally());
        assertThat(office.enrolled()).containsExactly("+12025550101", "+12025550102");
    }

    @Test
    void an_archive_is_previewed_imported_and_undone_like_the_list_in_it() {
        Import previewed = office.upload(PREVIEWED, MemoryLists.ARCHIVE + LIST);
        assertThat(previewed.tally()).isEqualTo(new Tally(2, 0, 1, 0, 0, 0, 1, 0));

        Supervisor.Answer _ = office.supervisor().confirm(Office.WORKSPACE, id(previewed));
        office.work();
        assertThat(find(previewed).tally()).isEqualTo(previewed.tally());
        assertThat(office.enrolled()).containsExactly("+12025550101", "+12025550102");

        undo(previewed);
        assertThat(find(previewed)).isInstanceOf(Import.Undone.class);
        assertThat(office.enrolled()).isEmpty();
        assertThat(contact("+12025550101")).isEmpty();
    }

    @Test
    void a_confirmation_that_is_repeated_changes_nothing() {
        Import previewed = office.upload(PREVIEWED, LIST);
        Supervisor.Answer _ = office.supervisor().confirm(Office.WORKSPACE, id(previewed));
        Supervisor.Answer _ = office.supervisor().confirm(Office.WORKSPACE, id(previewed));
        office.work();

        assertThat(find(previewed).tally()).isEqualTo(new Tally(2, 0, 1, 0, 0, 0, 1, 0));
        assertThat(office.supervisor().confirm(Office.WORKSPACE, id(previewed)))
                .isInstanceOf(Supervisor.Answer.NotAllowed.class);
    }

    @Test
    void a_preview_is_not_confirmed_into_a_campaign_that_is_over() {
        Import previewed = office.upload(PREVIEWED, LIST);
        office.cancelCampaign();

        assertThat(office.supervisor().confirm(Office.WORKSPACE, id(previewed)))
                .isEqualTo(new Supervisor.Answer.Refused(Failure.of(Failure.Reason.CAMPAIGN_CLOSED)));
        assertThat(find(previewed)).isEqualTo(previewed);
    }

    @Test
    void a_previewed_do_not_call_list_stops_nobody_until_it_is_confirmed() {
        Import previewed = office.uploadTo(new Target.DoNotCallList(), PREVIEWED, "phone\n2025550101\n");

        assertThat(previewed.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(stopped("+12025550101")).isFalse();

        Supervisor.Answer _ = office.supervisor().confirm(Office.WORKSPACE, id(previewed));
        office.work();

        assertThat(stopped("+12025550101")).isTrue();
        assertThat(office.supervisor().undo(Office.WORKSPACE, id(previewed)))
                .isInstanceOfSatisfying(
                        Supervisor.Answer.NotAllowed.class,
                        refused -> assertThat(refused.advice()).contains("stay on the list"));
    }

    @Test
    void a_cancelled_import_reads_no_more_and_what_was_done_can_be_undone() {
        office.lists.drop(office.key("big.csv"), big(20_001));
        office.plan(office.key("big.csv"));
        var orders = office.queue.take();
        office.work(orders.getFirst());
        Import importing = office.of(office.key("big.csv"));

        Supervisor.Answer cancelled = office.supervisor().cancel(Office.WORKSPACE, id(importing));
        office.work(orders.getLast());

        assertThat(now(cancelled)).isInstanceOf(Import.Cancelled.class);
        assertThat(find(importing).tally()).isEqualTo(new Tally(20_000, 0, 0, 0, 0, 0, 0, 0));
        assertThat(office.campaign().details().intake()).isZero();
        assertThat(office.supervisor().cancel(Office.WORKSPACE, id(importing))).isEqualTo(cancelled);

        Supervisor.Answer _ = office.supervisor().undo(Office.WORKSPACE, id(importing));
        office.work();

        assertThat(find(importing))
                .isInstanceOfSatisfying(
                        Import.Undone.class, undone -> assertThat(undone.kept()).isZero());
        assertThat(office.enrolled()).isEmpty();
    }

    @Test
    void a_list_that_waits_can_be_cancelled() {
        Import previewed = office.upload(PREVIEWED, LIST);

        assertThat(now(office.supervisor().cancel(Office.WORKSPACE, id(previewed))))
                .isInstanceOf(Import.Cancelled.class);
        assertThat(office.supervisor().confirm(Office.WORKSPACE, id(previewed)))
                .isInstanceOf(Supervisor.Answer.NotAllowed.class);
        assertThat(office.supervisor().undo(Office.WORKSPACE, id(previewed)))
                .isInstanceOfSatisfying(
                        Supervisor.Answer.NotAllowed.class,
                        refused -> assertThat(refused.advice()).isEqualTo("It added nobody."));
    }

    @Test
    void an_undo_removes_people_and_their_claims_so_that_the_list_can_come_again() {
        Import done = office.bring("a.csv", LIST);

        undo(done);

        assertThat(find(done))
                .isInstanceOfSatisfying(
                        Import.Undone.class, undone -> assertThat(undone.kept()).isZero());
        assertThat(office.enrolled()).isEmpty();
        assertThat(contact("+12025550101")).isEmpty();
        assertThat(office.memory.contacts().claimants(Office.WORKSPACE, Set.of("email#ann@example.com")))
                .isEmpty();
        assertThat(office.bring("b.csv", LIST).tally()).isEqualTo(done.tally());
    }

    @Test
    void an_undo_takes_people_who_were_on_file_out_of_the_campaign_alone() {
        office.bringTo("imports/clinic/contacts/a.csv", "phone\n2025550101\n");
        Import done = office.bring("b.csv", LIST);

        undo(done);

        assertThat(office.enrolled()).isEmpty();
        assertThat(contact("+12025550101").orElseThrow().campaigns()).isEmpty();
        assertThat(contact("+12025550102")).isEmpty();
    }

    @Test
    void an_undo_keeps_whom_somebody_changed_called_or_put_elsewhere() {
        office.bringTo("imports/clinic/contacts/a.csv", "phone\n2025550104\n");
        Import done = office.bring("b.csv", "phone\n2025550101\n2025550102\n2025550103\n2025550104\n");
        office.memory
                .campaigns()
                .add(new Campaign.Draft(new outdial.campaign.Details(
                        office.scene.campaign("other"), office.scene.settings(1), Scene.CREATED, 1, 0)));
        office.bringTo("imports/clinic/" + office.scene.campaign("other").id() + "/c.csv", "phone\n2025550101\n");
        var ben = contact("+12025550102").orElseThrow();
        assertThat(office.memory
                        .contacts()
                        .update(List.of(new Update(ben, ben.profile().marked(Set.of("vip"), "", "")))))
                .containsExactly(true);
        finish("+12025550103");
        finish("+12025550104");

        undo(done);

        assertThat(find(done))
                .isInstanceOfSatisfying(
                        Import.Undone.class, undone -> assertThat(undone.kept()).isEqualTo(4));
        assertThat(office.enrolled()).containsExactly("+12025550103", "+12025550104");
        assertThat(contact("+12025550101").orElseThrow().campaigns())
                .containsExactly(office.scene.campaign("other").id());
        assertThat(contact("+12025550102").orElseThrow().campaigns()).isEmpty();
    }

    @Test
    void an_undo_of_the_address_book_removes_who_is_in_no_campaign() {
        Import done = office.bringTo("imports/clinic/contacts/a.csv", "phone\n2025550101\n2025550102\n");
        office.bring("b.csv", "phone\n2025550102\n");

        undo(done);

        assertThat(contact("+12025550101")).isEmpty();
        assertThat(contact("+12025550102")).isPresent();
    }

    @Test
    void rows_of_a_request_can_be_undone_and_do_not_come_back_by_its_repetition() {
        RowsImporter.Request request = new RowsImporter.Request(
                ImportId.of(office.clock.instant(), "rows"),
                Office.WORKSPACE,
                new Target.InCampaign(office.scene.campaign().id()),
                "key-1",
                Options.USUAL,
                List.of(Map.of("phone", "2025550101"), Map.of("phone", "2025550102")));
        RowsImporter.Answer _ = office.rowsImporter().add(request);

        undo(office.all().getFirst());

        assertThat(office.enrolled()).isEmpty();
        assertThat(office.rowsImporter().add(request))
                .isEqualTo(new RowsImporter.Answer.Refused(Failure.of(Failure.Reason.UNDONE)));
        assertThat(office.enrolled()).isEmpty();
    }

    @Test
    void an_import_that_failed_half_way_goes_on_where_it_stopped() {
        office.lists.drop(office.key("big.csv"), big(20_001));
        office.plan(office.key("big.csv"));
        var orders = office.queue.take();
        office.work(orders.getFirst());
        Import importing = office.of(office.key("big.csv"));
        office.worker().fail(Office.WORKSPACE, id(importing), 2);

        assertThat(find(importing))
                .isInstanceOfSatisfying(
                        Import.Failed.class,
                        failed -> assertThat(failed.failure().reason()).isEqualTo(Failure.Reason.CHUNK_FAILED));
        assertThat(now(office.supervisor().resume(Office.WORKSPACE, id(importing))))
                .isInstanceOf(Import.Importing.class);
        office.work();

        assertThat(find(importing)).isInstanceOf(Import.Completed.class);
        assertThat(find(importing).tally()).isEqualTo(new Tally(20_001, 0, 0, 0, 0, 0, 0, 0));
        assertThat(office.campaign().details().intake()).isZero();
    }

    @Test
    void a_chunk_that_was_read_after_all_fails_nothing() {
        office.lists.drop(office.key("big.csv"), big(20_001));
        office.plan(office.key("big.csv"));
        office.work(office.queue.take().getFirst());
        Import importing = office.of(office.key("big.csv"));

        office.worker().fail(Office.WORKSPACE, id(importing), 1);

        assertThat(find(importing)).isInstanceOf(Import.Importing.class);
    }

    @Test
    void an_import_that_failed_before_its_first_row_or_came_in_a_request_is_not_resumed() {
        Import noRows = office.bring("a.csv", "phone\n");
        Supervisor.Answer _ = office.supervisor().resume(Office.WORKSPACE, id(noRows));

        assertThat(office.supervisor().resume(Office.WORKSPACE, id(noRows)))
                .isInstanceOfSatisfying(
                        Supervisor.Answer.NotAllowed.class,
                        refused -> assertThat(refused.advice()).contains("bring the list again"));
        assertThat(office.supervisor().resume(Office.WORKSPACE, id(office.bring("b.csv", LIST))))
                .isInstanceOf(Supervisor.Answer.NotAllowed.class);
    }

    @ParameterizedTest
    @EnumSource(Wish.class)
    void an_import_that_never_was_is_unknown(Wish wish) {
        ImportId nobody = ImportId.of(office.clock.instant(), "nobody");

        assertThat(wish.of(office.supervisor(), nobody)).isEqualTo(new Supervisor.Answer.Unknown());
    }

    @ParameterizedTest
    @EnumSource(Wish.class)
    void dying_at_any_call_and_being_asked_again_has_the_same_end(Wish wish) {
        diesAndIsAskedAgain(wish, false);
        diesAndIsAskedAgain(wish, true);
    }

    private static void diesAndIsAskedAgain(Wish wish, boolean after) {
        for (int at = 1; ; at++) {
            Office fresh = Office.open();
            Import subject = wish.subject(fresh);
            Crash crash = new Crash(at, after);
            fresh.around = crash;
            try {
                Supervisor.Answer _ = wish.of(fresh.supervisor(), id(subject));
                fresh.work();
            } catch (Crash.Died died) {
                assertThat(crash.happened()).isTrue();
            }
            fresh.around = outdial.memory.Interposed.Call::real;
            Supervisor.Answer _ = wish.of(fresh.supervisor(), id(subject));
            fresh.work();

            Import end =
                    fresh.memory.imports().find(Office.WORKSPACE, id(subject)).orElseThrow();
            assertThat(end.status()).as("%s, dying at call %d", wish, at).isEqualTo(wish.end);
            assertThat(fresh.enrolled()).as("%s, dying at call %d", wish, at).hasSize(wish.people);
            assertThat(fresh.campaign().details().intake()).isZero();
            if (!crash.happened()) return;
        }
    }

    enum Wish {
        CONFIRM("COMPLETED", 2),
        CANCEL("CANCELLED", 0),
        UNDO("UNDONE", 0);

        final String end;
        final int people;

        Wish(String end, int people) {
            this.end = end;
            this.people = people;
        }

        Import subject(Office office) {
            return switch (this) {
                case CONFIRM, CANCEL -> office.upload(PREVIEWED, LIST);
                case UNDO -> office.bring("a.csv", LIST);
            };
        }

        Supervisor.Answer of(Supervisor supervisor, ImportId id) {
            return switch (this) {
                case CONFIRM -> supervisor.confirm(Office.WORKSPACE, id);
                case CANCEL -> supervisor.cancel(Office.WORKSPACE, id);
                case UNDO -> supervisor.undo(Office.WORKSPACE, id);
            };
        }
    }

    private void undo(Import done) {
        Supervisor.Answer _ = office.supervisor().undo(Office.WORKSPACE, id(done));
        office.work();
    }

    /// As if the contact had been called.
    private void finish(String phone) {
        Enrollment.Waiting waiting = office
                .memory
                .enrollments()
                .list(
                        office.scene.campaign().id(),
                        Optional.empty(),
                        new outdial.page.PageRequest(100, Optional.empty()))
                .items()
                .stream()
                .filter(found -> found.who().phone().e164().equals(phone))
                .map(Enrollment.Waiting.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(office.memory.enrollments().change(waiting, waiting.finish(outdial.enrollment.Status.DO_NOT_CALL)))
                .isTrue();
    }

    private static String big(int rows) {
        StringBuilder list = new StringBuilder("phone\n");
        for (int row = 0; row < rows; row++) list.append(2_025_600_000L + row).append('\n');
        return list.toString();
    }

    private Optional<outdial.contact.Contact> contact(String phone) {
        return office.memory.contacts().byPhone(Office.WORKSPACE, new PhoneNumber(phone));
    }

    private boolean stopped(String phone) {
        return office.memory
                .doNotCall()
                .find(Office.WORKSPACE, new PhoneNumber(phone))
                .isPresent();
    }

    private Import find(Import one) {
        return office.memory.imports().find(Office.WORKSPACE, id(one)).orElseThrow();
    }

    private static ImportId id(Import one) {
        return one.details().id();
    }

    private static Import now(Supervisor.Answer answer) {
        assertThat(answer).isInstanceOf(Supervisor.Answer.Done.class);
        return ((Supervisor.Answer.Done) answer).now();
    }
}
