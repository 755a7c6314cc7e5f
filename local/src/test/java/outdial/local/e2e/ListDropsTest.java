package outdial.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.imports.Failure;
import outdial.imports.Failure.Reason;
import outdial.imports.Import;
import outdial.imports.Tally;
import outdial.local.Eventually;
import outdial.local.LocalStack;

/// What people drop, where they drop it, and how often it is told.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class ListDropsTest extends TownTest {
    @ParameterizedTest
    @CsvSource({
        "empty.csv       , ''                          , EMPTY_FILE",
        "blank.csv       , '||'                        , EMPTY_FILE",
        "no-header.csv   , '202-555-0101,Ann'          , NO_HEADER",
        "no-phones.csv   , 'name,city|Ann,Rome'        , NO_PHONE_COLUMN",
        "no-rows.csv     , 'phone,name|'               , NO_ROWS",
        "sheet.xlsx      , 'PK\u0003\u0004\u0000\u0000'  , DAMAGED_FILE",
        "open.csv        , '\"phone,name|2025550101,Ann', BROKEN_HEADER"
    })
    void a_list_that_is_not_one_is_refused_and_says_what_to_do(String name, String list, Reason reason) {
        Import failed = town.imported(campaign, name, list.translateEscapes().replace('|', '\n'));

        assertThat(failed)
                .isInstanceOfSatisfying(
                        Import.Failed.class,
                        import_ -> assertThat(import_.failure()).isEqualTo(Failure.of(reason)));
        assertThat(town.rejection(campaign, name)).contains(Failure.of(reason).message());
        assertThat(town.phones(campaign)).isEmpty();
        assertThat(town.now(campaign).details().intake()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "imports/people.csv                   , BAD_PATH",
        "imports/clinic/people.csv            , BAD_PATH",
        "imports/nobody/contacts/people.csv   , UNKNOWN_WORKSPACE",
        "imports/clinic/nowhere/people.csv    , UNKNOWN_CAMPAIGN",
        "imports/clinic/contacts/aaaaaaaaaaaaaaaaaaaaaaaaaa/people.csv, UPLOAD_NOT_ASKED_FOR"
    })
    void a_list_in_the_wrong_place_gets_a_note_beside_it(String key, Reason reason) {
        town.drop(key, "phone\n2025550101\n");

        Eventually.is(
                () -> town.note("rejected" + key.substring("imports".length()) + ".txt")
                        .contains(Failure.of(reason).message()),
                true);
    }

    @Test
    void messages_that_arrive_twice_count_once() {
        town.cloud().faults().duplicate("outdial-import-chunks");

        Import done = town.imported(campaign, "people.csv", "phone\n2025550101\n2025550102\n2025550101\n");

        town.cloud().faults().clear();
        assertThat(done.tally()).isEqualTo(new Tally(2, 0, 1, 0, 0, 0, 0, 0));
        assertThat(town.phones(campaign)).containsExactly("+12025550101", "+12025550102");
        Eventually.is(() -> town.now(campaign).details().intake(), 0);
    }

    /// What stands beyond the header's columns is not stored, but makes the chunks smaller.
    @Test
    void a_list_of_several_chunks_is_imported_whole() {
        String ballast = "x".repeat(200_000);
        String rows = IntStream.range(0, 100)
                .mapToObj(n -> "202-555-%04d,%s\n".formatted(n, ballast))
                .collect(Collectors.joining("", "phone\n", "12,short\n"));

        Import done = town.imported(campaign, "big.csv", rows);

        assertThat(done.status()).isEqualTo("COMPLETED");
        assertThat(done.tally()).isEqualTo(new Tally(100, 0, 0, 0, 0, 0, 1, 100));
        assertThat(town.report(done)).isEqualTo("""
            row,column,reason,message,phone\r
            102,phone,TOO_SHORT,the phone number has too few digits,12,short\r
            """);
    }

    @Test
    void a_report_may_have_many_megabytes() {
        String essay = "x".repeat(200_000);
        String rows = IntStream.range(0, 50)
                .mapToObj(n -> "12," + essay + "\n")
                .collect(Collectors.joining("", "phone,note\n", ""));

        Import done = town.imported(campaign, "essays.csv", rows);

        assertThat(done.tally()).isEqualTo(new Tally(0, 0, 0, 0, 0, 0, 50, 0));
        String report = town.report(done);
        assertThat(report.lines()).hasSize(51);
        assertThat(report)
                .startsWith("row,column,reason,message,phone,note\r\n2,phone,TOO_SHORT,")
                .endsWith("xx\r\n");
    }
}
