package outdial.local.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.imports.Failure;
import outdial.imports.Failure.Reason;
import outdial.imports.Import;
import outdial.imports.Tally;
import outdial.local.LocalStack;

/// Files as other programs write them.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class RealFilesTest extends TownTest {
    private static final String LIST = "Name\tPhone\nZo\u00EB\t(202) 555-0101\nBob\t12\nAgain\t2025550101\n";
    private static final Tally ONE_OF_THREE = new Tally(1, 0, 1, 0, 0, 0, 1, 0);

    @Test
    void a_workbook_is_imported() throws IOException {
        Import done = imported("people.xlsx", Packed.workbook());

        assertThat(done.tally()).isEqualTo(new Tally(2, 0, 0, 0, 0, 0, 0, 0));
        assertThat(town.phones(campaign)).containsExactly("+12025550101", "+12025550102");
    }

    @Test
    void a_row_of_a_workbook_is_reported_by_its_row_in_the_sheet() throws IOException {
        imported("people.xlsx", Packed.workbook());

        Import again = imported("again.xlsx", Packed.workbook());

        assertThat(town.report(again)).isEqualTo("""
            row,column,reason,message,Name,Phone,Joined,ZIP,Note\r
            3,,DUPLICATE_IN_CAMPAIGN,already in the campaign,Ada Lovelace,12025550101,2026-11-22,02138,two lines\r
            5,,DUPLICATE_IN_CAMPAIGN,already in the campaign,Zo\u00EB,+12025550102,,,"a, ""b\"""\r
            """);
    }

    @Test
    void a_row_of_a_text_is_reported_by_the_line_where_it_begins() {
        Import done = imported("people.csv", """

            phone,note
            2025550101,"two
            lines"

            12,short
            (202) 555-0101,again
            """.getBytes(UTF_8));

        assertThat(town.report(done)).isEqualTo("""
            row,column,reason,message,phone,note\r
            6,phone,TOO_SHORT,the phone number has too few digits,12,short\r
            7,,DUPLICATE_IN_FILE,the same person as in row 3,(202) 555-0101,again\r
            """);
    }

    @Test
    void utf_16_is_imported_and_reported_by_its_own_lines() {
        Import done = imported("people.tsv", ("\uFEFF" + LIST).getBytes(UTF_16LE));

        assertThat(done.tally()).isEqualTo(ONE_OF_THREE);
        assertThat(town.report(done)).isEqualTo("""
            row,column,reason,message,Name,Phone\r
            3,Phone,TOO_SHORT,the phone number has too few digits,Bob,12\r
            4,,DUPLICATE_IN_FILE,the same person as in row 2,Again,2025550101\r
            """);
    }

    @Test
    void windows_1252_is_imported() {
        assertThat(imported("people.csv", LIST.replace('\t', ';').getBytes(ISO_8859_1))
                        .tally())
                .isEqualTo(ONE_OF_THREE);
    }

    @Test
    void gzip_is_imported_and_told_twice_is_imported_once() throws IOException {
        Import done = imported("people.csv.gz", Packed.gzip(LIST));
        assertThat(done.tally()).isEqualTo(ONE_OF_THREE);

        Import again = imported("people2.csv.gz", Packed.gzip(LIST));
        assertThat(again.tally()).isEqualTo(new Tally(0, 0, 1, 1, 0, 0, 1, 0));
    }

    @Test
    void damaged_numbers_are_mended_or_told_and_read_in_the_country_of_their_row() {
        Import done = imported("people.csv", """
            phone,country
            ="2025550101",
            020 7946 0018,United Kingdom
            12025550102.0,US
            2.02556E+09,
            442079460019,
            2025550103 / 2025550104,
            """.getBytes(UTF_8));

        assertThat(town.phones(campaign)).containsExactly("+12025550101", "+12025550102", "+442079460018");
        assertThat(town.report(done).lines().skip(1).map(line -> line.split(",", 4)[2]))
                .containsExactly("DIGITS_LOST", "NO_PLUS", "SEVERAL_NUMBERS");
    }

    @Test
    void a_zip_is_imported() throws IOException {
        assertThat(imported("people.zip", Packed.zip(LIST, "people.csv")).tally())
                .isEqualTo(ONE_OF_THREE);
    }

    @Test
    void a_zip_of_two_lists_is_refused_with_their_names() throws IOException {
        Import failed = imported("people.zip", Packed.zip(LIST, "a.csv", "b.csv"));

        assertThat(failed)
                .isInstanceOfSatisfying(
                        Import.Failed.class,
                        import_ -> assertThat(import_.failure())
                                .isEqualTo(Failure.of(Reason.SEVERAL_LISTS_INSIDE, "a.csv, b.csv")));
        assertThat(town.rejection(campaign, "people.zip")).contains("a.csv, b.csv. An archive may hold one list.");
        assertThat(town.phones(campaign)).isEmpty();
    }

    private Import imported(String name, byte[] file) {
        town.drop(Town.key(campaign, name), file);
        return town.over(campaign, name);
    }
}
