package outdial.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.imports.Failure;
import outdial.imports.Import;
import outdial.imports.Tally;
import outdial.local.LocalStack;

/// From a list in S3 to contacts, enrollments and a report, by the functions of the template.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class ImportsTest extends TownTest {
    @Test
    void every_row_of_a_dropped_list_meets_one_fate() {
        town.stop("+12025550199");

        Import done = town.imported(campaign, "people.csv", """
            Phone Number,First Name,Notes
            (202) 555-0101,Ann,likes cats
            202-555-0102,Bob,
            +1 202 555 0101,Ann again,
            12,Short,
            ,Nobody,
            202.555.0199,Stopped,
            """);

        assertThat(done.status()).isEqualTo("COMPLETED");
        assertThat(done.tally()).isEqualTo(new Tally(2, 0, 1, 0, 0, 1, 2, 0));
        assertThat(town.phones(campaign)).containsExactly("+12025550101", "+12025550102");
        assertThat(town.report(done)).isEqualTo("""
            row,column,reason,message,Phone Number,First Name,Notes\r
            4,,DUPLICATE_IN_FILE,the same person as in row 2,+1 202 555 0101,Ann again,\r
            5,Phone Number,TOO_SHORT,the phone number has too few digits,12,Short,\r
            6,Phone Number,MISSING,there is no phone number,,Nobody,\r
            7,,DO_NOT_CALL,on the do-not-call list,202.555.0199,Stopped,\r
            """);
        assertThat(town.now(campaign).details().intake()).isZero();
    }

    @Test
    void a_list_that_is_not_one_is_refused_and_says_what_to_do() {
        Import failed = town.imported(campaign, "empty.csv", "");

        assertThat(failed)
                .isInstanceOfSatisfying(
                        Import.Failed.class,
                        import_ -> assertThat(import_.failure().reason()).isEqualTo(Failure.Reason.EMPTY_FILE));
        assertThat(town.rejection(campaign, "empty.csv")).contains("The list is empty.");
        assertThat(town.phones(campaign)).isEqualTo(List.of());
    }

    @Test
    void a_report_that_was_mended_and_dropped_again_fixes_exactly_its_rows() {
        town.stop("+12025550199");
        Import first = town.imported(campaign, "people.csv", """
            phone,name,note
            2025550101,Ann,"likes ""cats"", dogs"
            12,Bob,"two
            lines"
            ,Cat,
            (202) 555-0101,Ann again,
            2025550199,Stopped,
            """);
        String mended = town.report(first)
                .replace("digits,12,Bob", "digits,202 555 0102,Bob")
                .replace("number,,Cat", "number,202 555 0103,Cat");

        Import second = town.imported(campaign, "mended.csv", mended);

        assertThat(first.tally()).isEqualTo(new Tally(1, 0, 1, 0, 0, 1, 2, 0));
        assertThat(second.tally()).isEqualTo(new Tally(2, 0, 0, 1, 0, 1, 0, 0));
        assertThat(town.phones(campaign)).containsExactly("+12025550101", "+12025550102", "+12025550103");
        assertThat(town.variables(campaign, "+12025550102")).isEqualTo(Map.of("note", "two\nlines"));
        assertThat(town.variables(campaign, "+12025550103")).isEmpty();
        assertThat(town.report(second)).isEqualTo("""
            row,column,reason,message,phone,name,note\r
            5,,DUPLICATE_IN_CAMPAIGN,already in the campaign,(202) 555-0101,Ann again,\r
            6,,DO_NOT_CALL,on the do-not-call list,2025550199,Stopped,\r
            """);
    }
}
