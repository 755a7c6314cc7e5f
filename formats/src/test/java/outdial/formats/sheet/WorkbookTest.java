package outdial.formats.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkbookTest {
    private static final String HEADER = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>phone</v></c></row>";

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "cells.csv", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '`')
    void a_cell_is_read_as_people_see_it(String rule, String cell, String format, String shown) throws IOException {
        Books book = Books.of(HEADER + "<row r=\"2\">" + cell + "</row>")
                .shared("<si><t>Ada</t></si><si><r><t>Love</t></r><r><t>lace</t></r><rPh><t>x</t></rPh></si>")
                .styles("<numFmts><numFmt numFmtId=\"164\" formatCode=\"" + format + "\"/></numFmts><cellStyleXfs><xf"
                        + " numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf/><xf"
                        + " numFmtId=\"164\"/><xf"
                        + " numFmtId=\"14\"/><xf"
                        + " numFmtId=\"22\"/><xf"
                        + " numFmtId=\"20\"/></cellXfs>");

        assertThat(book.csv()).as(rule).isEqualTo("\"phone\"\n" + shown.replace("\\n", "\n"));
    }

    @Test
    void line_5_is_row_5_of_the_sheet() throws IOException {
        String rows = "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>phone</v></c></row>"
                + "<row r=\"3\" hidden=\"1\"/>"
                + "<row r=\"5\"><c r=\"A5\"><v>1</v></c></row>";

        assertThat(Books.of(rows).csv()).isEqualTo("\n\"phone\"\n\n\n1\n");
    }

    @Test
    void rows_and_cells_need_not_say_where_they_are() throws IOException {
        assertThat(Books.of("<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row><row><c><v>1</v></c></row>")
                        .csv())
                .isEqualTo("\"a\",\"b\"\n1\n");
    }

    @Test
    void cells_that_are_left_out_are_empty_and_those_at_the_end_are_not_there() throws IOException {
        String row =
                "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"D1\" t=\"str\"><v>x</v></c><c r=\"AA1\" s=\"0\"/></row>";

        assertThat(Books.of(row).csv()).isEqualTo("\"\",\"1\",\"\",\"x\"\n");
    }

    @Test
    void what_would_separate_cells_or_lines_does_not() throws IOException {
        String row = "<row><c t=\"inlineStr\"><is><t>a;b|c,d</t></is></c></row>"
                + "<row><c t=\"inlineStr\"><is><t>say \"hi\", you&#10;there</t></is></c></row>";

        assertThat(Books.of(row).csv()).isEqualTo("\"a;b|c,d\"\n\"say \"\"hi\"\", you there\"\n");
    }

    @Test
    void an_empty_sheet_has_no_rows() throws IOException {
        assertThat(Books.of("").csv()).isEmpty();
    }

    @Test
    void hidden_sheets_and_charts_are_passed_over() throws IOException {
        Books book = Books.of(HEADER)
                .with("xl/workbook.xml", """
                    <workbook xmlns:r="relations"><sheets>
                    <sheet name="Old" state="hidden" r:id="rId9"/><sheet name="Macros" state="veryHidden" r:id="rId9"/>
                    <sheet name="Chart" r:id="rId2"/><sheet name="People" state="visible" r:id="rId1"/>
                    </sheets></workbook>
                    """.strip())
                .with(
                        "xl/_rels/workbook.xml.rels",
                        Books.relations("rId2 chartsheet chartsheets/1.xml", "rId1 worksheet worksheets/sheet1.xml"));

        assertThat(book.csv()).isEqualTo("\"phone\"\n");
    }

    @Test
    void a_workbook_may_have_no_visible_sheet() throws IOException {
        Books book = Books.of(HEADER)
                .with("xl/workbook.xml", "<workbook><sheets><sheet state=\"hidden\"/></sheets></workbook>");

        assertThat(book.csv()).isEqualTo("no sheet");
    }

    @Test
    void days_may_be_counted_from_1904() throws IOException {
        Books book = Books.of("<row><c s=\"0\"><v>0</v></c></row>")
                .styles("<cellXfs><xf numFmtId=\"14\"/></cellXfs>")
                .with("xl/workbook.xml", """
                    <workbook xmlns:r="relations"><workbookPr date1904="1"/><sheets><sheet r:id="rId1"/></sheets></workbook>
                    """.strip());

        assertThat(book.csv()).isEqualTo("\"1904-01-01\"\n");
    }

    @Test
    void a_shared_text_that_is_long_keeps_its_end() throws IOException {
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < 3_000; i++)
            texts.append("<si><t>").append("x".repeat(30)).append(i).append("</t></si>");

        Books book = Books.of("<row><c t=\"s\"><v>2999</v></c><c t=\"s\"><v>0</v></c></row>")
                .shared(texts.toString());

        assertThat(book.csv()).isEqualTo("\"%s2999\",\"%s0\"\n".formatted("x".repeat(30), "x".repeat(30)));
    }

    /// 2 MB of what XML writes as entities, which libraries limit.
    @Test
    void any_number_of_ampersands_is_read() throws IOException {
        String many = "&amp;".repeat(300_000);

        String csv = Books.of("<row><c t=\"str\"><v>" + many + "</v></c></row>").csv();

        assertThat(csv.length()).isEqualTo(300_003);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet><sheetData><row><c"
                        + " t='str'><v>&a;</v></c></row></sheetData></worksheet>",
                "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><v>&a;</v></worksheet>",
                "<worksheet><sheetData><row><c t='str'><v>&a;</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row>",
                "",
                "\u0000"
            })
    void what_is_no_plain_xml_is_damage(String sheet) {
        Books book = Books.of("").with("xl/worksheets/sheet1.xml", sheet);

        assertThatThrownBy(book::csv).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a row before the last            , <row r=\"2\"/><row r=\"1\"/>",
                "a row twice                      , <row r=\"2\"/><row r=\"2\"/>",
                "a row beyond the last            , <row r=\"1048577\"/>",
                "a row that is none               , <row r=\"x\"/>",
                "a cell before the last           , <row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
                "a cell beyond the last           , <row><c r=\"XFE1\"><v>1</v></c></row>",
                "a cell far beyond the last       , <row><c r=\"ZZZZZZZZZ1\"><v>1</v></c></row>",
                "a cell without a column          , <row><c r=\"1\"><v>1</v></c></row>",
                "a cell of small letters          , <row><c r=\"a1\"><v>1</v></c></row>",
                "a number that is none            , <row><c><v>12x</v></c></row>",
                "a number with a million zeros    , <row><c><v>1E1000000</v></c></row>",
                "a number with a million decimals , <row><c><v>1E-1000000</v></c></row>",
                "a shared text that is not there  , <row><c t=\"s\"><v>7</v></c></row>",
                "a shared text below the first    , <row><c t=\"s\"><v>-1</v></c></row>"
            })
    void what_no_sheet_has_is_damage(String rule, String rows) {
        assertThatThrownBy(() -> Books.of(rows).csv()).as(rule).isInstanceOf(IOException.class);
    }

    @Test
    void a_sheet_that_is_not_there_is_damage() {
        assertThatThrownBy(() -> Books.of("")
                        .with("xl/_rels/workbook.xml.rels", "<Relationships/>")
                        .csv())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Books.of("")
                        .with("xl/_rels/workbook.xml.rels", Books.relations("rId1 worksheet http://x/sheet1.xml"))
                        .csv())
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_value_in_the_last_column_of_excel_is_read() throws IOException {
        String csv = Books.of("<row><c r=\"XFD1\"><v>1</v></c></row>").csv();

        assertThat(csv.equals("\"\",".repeat(16_383) + "\"1\"\n")).isTrue();
    }

    @Test
    void a_number_of_a_million_digits_is_refused_at_once() {
        String row = "<row><c><v>" + "1".repeat(1_000_000) + "</v></c></row>";

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> Books.of(row).csv())
                        .isInstanceOf(IOException.class)
                        .hasMessage("too long a number"));
    }

    /// A row of so many is reported as too long.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row><c t=\"str\"><v>%s</v></c></row>",
                "<row><c t=\"inlineStr\"><is><t>%s</t></is></c></row>",
                "<row><c t=\"inlineStr\"><is><t>%s</t><t>%s</t></is><is><t>%s</t></is></c></row>"
            })
    void a_cell_has_a_million_letters_at_most(String row) throws IOException {
        String longest = "x".repeat(1024 * 1024);

        assertThat(Books.of(row.replace("%s", longest + "x")).csv()).isEqualTo('"' + longest + "\"\n");
    }

    @Test
    void a_text_that_many_cells_share_does_not_fill_the_memory() throws IOException {
        String shared = "x".repeat(600_000);
        String row = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(16_384) + "</row>";

        assertThat(Books.of(row).shared("<si><t>" + shared + "</t></si>").csv())
                .isEqualTo('"' + shared + "\",\"" + shared + "\"\n");
    }

    @Test
    void the_row_after_a_long_one_is_read_whole() throws IOException {
        String row = "<row><c t=\"str\"><v>%s</v></c><c><v>1</v></c></row>";

        assertThat(Books.of(HEADER + row.formatted("x".repeat(2_000_000)) + row.formatted("Ada"))
                        .csv())
                .endsWith("\nAda,1\n");
    }
}
