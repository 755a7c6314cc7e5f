package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.imports.Failure.Reason;
import outdial.memory.MemoryChunkQueue.Order;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;

/// Lists of numbers that nobody may call.
final class DoNotCallImportTest {
    private static final String KEY = "imports/clinic/do-not-call/stop.csv";

    /// More than an import of a short list calls ports.
    private static final int MOST_CALLS = 40;

    private final Office office = Office.open();

    @Test
    void every_row_meets_one_fate_and_those_not_listed_are_reported() {
        office.stop("+12025550199");

        Import done = office.bringTo(KEY, """
            phone,reason
            202-555-0101,asked by mail
            202-555-0102,
            2025550101,again
            12,short
            ,none
            "broken
            202 555 0199,known
            """);

        assertThat(done.status()).isEqualTo("COMPLETED");
        assertThat(done.tally()).isEqualTo(new Tally(2, 0, 1, 0, 0, 1, 3, 0));
        assertThat(listed()).containsExactly("+12025550101", "+12025550102", "+12025550199");
        assertThat(office.reports.of(done.details().id()))
                .containsExactly(
                        "row,column,reason,message,phone,reason",
                        "4,,DUPLICATE_IN_FILE,the same person as in row 2,2025550101,again",
                        "5,phone,TOO_SHORT,the phone number has too few digits,12,short",
                        "6,phone,MISSING,there is no phone number,,none",
                        "7,,UNCLOSED_QUOTE,a quotation mark opens a cell and nothing closes it,\"broken",
                        "8,,DO_NOT_CALL,on the do-not-call list,202 555 0199,known");
    }

    @Test
    void an_entry_says_where_it_comes_from_and_why() {
        office.bringTo(KEY, "phone,reason\n2025550101,asked by mail\n2025550102,\n" + "2025550103," + "x".repeat(300));

        assertThat(entry("+12025550101")).contains(imported("+12025550101", "asked by mail"));
        assertThat(entry("+12025550102").map(DoNotCallEntry::reason)).contains("in the list stop.csv");
        assertThat(entry("+12025550103").map(DoNotCallEntry::reason)).contains("x".repeat(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025550101\n2025550102\n", "202,5550101\n202,5550102\n", "dnc\n2025550101\n2025550102\n"})
    void numbers_alone_and_area_codes_apart_need_no_header(String list) {
        Import done = office.bringTo(KEY, list);

        assertThat(done.tally()).isEqualTo(new Tally(2, 0, 0, 0, 0, 0, 0, 0));
        assertThat(listed()).containsExactly("+12025550101", "+12025550102");
    }

    @Test
    void a_list_of_people_still_needs_a_header() {
        assertThat(office.bring("people.csv", "2025550101\n")).isInstanceOfSatisfying(Import.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(Failure.of(Reason.NO_HEADER));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,city\nAnn,Rome\n", "x,ann1234567@mail.test\n"})
    void a_list_without_numbers_is_refused(String list) {
        assertThat(office.bringTo(KEY, list)).isInstanceOfSatisfying(Import.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(Failure.of(Reason.NO_PHONE_COLUMN));
        });
    }

    @Test
    void who_was_only_not_to_be_mailed_is_now_not_to_be_called_either() {
        office.memory
                .doNotCall()
                .add(new DoNotCallEntry(
                        Office.WORKSPACE,
                        new PhoneNumber("+12025550101"),
                        Set.of(Channel.EMAIL),
                        "API",
                        "unsubscribed",
                        NOON));

        Import done = office.bringTo(KEY, "2025550101\n");

        assertThat(done.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(entry("+12025550101").map(DoNotCallEntry::channels)).contains(Set.of(Channel.EMAIL, Channel.PHONE));
    }

    @Test
    void an_export_of_the_list_comes_in_with_the_channels_it_went_out_with() {
        String exported = """
            phone,channels,source,reason,added_at
            +12025550101,EMAIL;TEXT,API,unsubscribed,2026-02-01T00:00:00Z
            +12025550102,PHONE,CALL,,2026-02-01T00:00:00Z
            """;
        Options previewed = new Options(Mode.SKIP, Optional.empty(), Marks.NONE, true);

        Import done = office.bringTo(KEY, exported);

        assertThat(done.tally()).isEqualTo(new Tally(2, 0, 0, 0, 0, 0, 0, 0));
        assertThat(entry("+12025550101").map(DoNotCallEntry::channels)).contains(Set.of(Channel.EMAIL, Channel.TEXT));
        assertThat(entry("+12025550101").map(DoNotCallEntry::reason)).contains("unsubscribed");
        assertThat(entry("+12025550102").map(DoNotCallEntry::channels)).contains(Set.of(Channel.PHONE));
        assertThat(office.uploadTo(new Target.DoNotCallList(), previewed, exported)
                        .tally())
                .isEqualTo(new Tally(0, 0, 0, 0, 0, 2, 0, 0));
    }

    @Test
    void a_preview_shows_the_entries_that_would_be_made_and_counts_them() {
        office.stop("+12025550199");
        Options previewed = new Options(Mode.SKIP, Optional.empty(), Marks.NONE, true);

        Import waiting = office.uploadTo(new Target.DoNotCallList(), previewed, """
            area_code,phone,note,who
            202,5550101,asked by mail,Ann
            202,5550101,again,Ann
            202,5550199,known,Ben
            202,12,short,Cat
            """);

        assertThat(waiting.tally()).isEqualTo(new Tally(1, 0, 1, 0, 0, 1, 1, 0));
        Preview preview = office.previewer().of(waiting).orElseThrow();
        assertThat(preview.columns())
                .extracting(Preview.Column::meaning)
                .containsExactly("area_code", "phone", "reason", "ignore");
        assertThat(preview.rows())
                .containsExactly(
                        new Preview.First.Entry(2, imported("+12025550101", "asked by mail")),
                        new Preview.First.Refused(3, new Fate.DuplicateInFile(2)),
                        new Preview.First.Entry(4, imported("+12025550199", "known")),
                        new Preview.First.Refused(5, new Fate.Invalid("phone", RowProblem.TOO_SHORT)));
        assertThat(listed()).containsExactly("+12025550199");
    }

    @Test
    void nobody_joins_the_address_book_or_a_campaign() {
        office.bringTo(KEY, "phone,name\n2025550101,Ann\n");

        assertThat(office.memory.contacts().byPhone(Office.WORKSPACE, new PhoneNumber("+12025550101")))
                .isEmpty();
        assertThat(office.enrolled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dying_at_any_call_and_being_run_again_changes_nothing(boolean after) {
        boolean happened = true;
        int at = 1;
        for (; happened && at < MOST_CALLS; at++) {
            Office interrupted = Office.open();
            interrupted.stop("+12025550199");
            Crash crash = new Crash(at, after);
            interrupted.around = crash;
            interrupted.lists.drop(KEY, "2025550101\n2025550199\n2025550101\n12\n");

            untilItLives(() -> interrupted.plan(KEY));
            for (Order order : interrupted.queue.take()) untilItLives(() -> interrupted.work(order));

            happened = crash.happened();
            assertThat(interrupted.of(KEY).tally())
                    .as("tally, at call %d", at)
                    .isEqualTo(new Tally(1, 0, 1, 0, 0, 1, 1, 0));
            assertThat(interrupted.of(KEY).status())
                    .as("status, at call %d", at)
                    .isEqualTo("COMPLETED");
        }
        assertThat(at).isBetween(10, MOST_CALLS - 1);
    }

    private static void untilItLives(Runnable work) {
        try {
            work.run();
        } catch (Crash.Died _) {
            work.run();
        }
    }

    private static DoNotCallEntry imported(String phone, String reason) {
        return new DoNotCallEntry(
                Office.WORKSPACE, new PhoneNumber(phone), Set.of(Channel.PHONE), "IMPORT", reason, NOON);
    }

    private Optional<DoNotCallEntry> entry(String phone) {
        return office.memory.doNotCall().find(Office.WORKSPACE, new PhoneNumber(phone));
    }

    private List<String> listed() {
        return office
                .memory
                .doNotCall()
                .list(Office.WORKSPACE, new PageRequest(PageRequest.MOST, Optional.empty()))
                .items()
                .stream()
                .map(entry -> entry.phone().e164())
                .toList();
    }
}
