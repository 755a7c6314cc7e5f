package outdial.formats.plain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.formats.plain.Rewriting.Done;
import outdial.formats.plain.Rewriting.Reason;
import outdial.formats.plain.Rewriting.Refused;

final class PlainTextTest {
    private static final String LIST = "name,phone\r\nZo\u00EB,+12125550123\r\n";

    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();

    @Test
    void text_is_plain_already() {
        assertThat(PlainText.isPlain(LIST.getBytes(UTF_8))).isTrue();
        assertThat(PlainText.isPlain(LIST.getBytes(ISO_8859_1))).isTrue();
        assertThat(PlainText.isPlain(new byte[0])).isTrue();
        assertThat(PlainText.isPlain(new byte[] {'P'})).isTrue();
    }

    @Test
    void archives_workbooks_and_utf_16_are_not_plain() {
        assertThat(PlainText.isPlain(Archives.gzip(LIST.getBytes(UTF_8)))).isFalse();
        assertThat(PlainText.isPlain(Archives.zip("list.csv", LIST))).isFalse();
        assertThat(PlainText.isPlain(Archives.zip())).isFalse();
        assertThat(PlainText.isPlain(compound())).isFalse();
        assertThat(PlainText.isPlain(LIST.getBytes(UTF_16LE))).isFalse();
    }

    @Test
    void gzip_is_unpacked() {
        assertThat(rewrite(Archives.gzip(LIST.getBytes(UTF_8)))).isEqualTo(new Done());
        assertThat(plain.toString(UTF_8)).isEqualTo(LIST);
    }

    /// As `cat a.gz b.gz` makes it.
    @Test
    void gzip_may_be_of_several_parts_however_the_stream_hands_them_over() {
        byte[] first = Archives.gzip("name,phone\n".getBytes(UTF_8));
        byte[] second = Archives.gzip("Ada,1\n".getBytes(UTF_8));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        assertThat(new PlainText().rewrite(byteByByte(both), plain)).isEqualTo(new Done());
        assertThat(plain.toString(UTF_8)).isEqualTo("name,phone\nAda,1\n");
    }

    @Test
    void what_is_in_an_archive_keeps_its_bytes_where_they_can_be_read() {
        assertThat(rewrite(Archives.gzip(LIST.getBytes(ISO_8859_1)))).isEqualTo(new Done());
        assertThat(plain.toByteArray()).isEqualTo(LIST.getBytes(ISO_8859_1));
    }

    @Test
    void utf_16_becomes_utf_8_with_a_mark_also_in_an_archive() {
        assertThat(rewrite(Archives.zip("list.csv", LIST.getBytes(UTF_16BE)))).isEqualTo(new Done());
        assertThat(plain.toString(UTF_8)).isEqualTo("\uFEFF" + LIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list.csv", "My lists/List.TSV", "../../etc/people.txt", "C:\\temp\\list.csv"})
    void the_one_list_of_a_zip_is_read_whatever_its_name(String name) {
        assertThat(rewrite(Archives.zip(name, LIST))).isEqualTo(new Done());
        assertThat(plain.toString(UTF_8)).isEqualTo(LIST);
    }

    @Test
    void what_mac_and_windows_put_beside_a_list_is_no_list() {
        byte[] zip = Archives.zip(
                "lists/",
                "",
                "lists/a.csv",
                LIST,
                "__MACOSX/lists/._a.csv",
                "x",
                "lists/.DS_Store",
                "x",
                "Thumbs.db",
                "");

        assertThat(rewrite(zip)).isEqualTo(new Done());
        assertThat(plain.toString(UTF_8)).isEqualTo(LIST);
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv b.csv                                    , SEVERAL_LISTS , 'a.csv, b.csv'",
        "a.csv readme.txt                               , SEVERAL_LISTS , 'a.csv, readme.txt'",
        "a.csv ../../b.csv c:\\d\\e.csv                 , SEVERAL_LISTS , 'a.csv, b.csv, e.csv'",
        "1.csv 2.csv 3.csv 4.csv 5.csv 6.csv 7.csv      , SEVERAL_LISTS , '1.csv, 2.csv, 3.csv, 4.csv, 5.csv and 2"
                + " more'",
        "a\u001B[2Jb.csv \u202Ecod.csv                  , SEVERAL_LISTS , 'a[2Jb.csv, cod.csv'",
        "a.zip                                          , NESTED        , a.zip",
        "a/list.xlsx readme.pdf                         , NESTED        , list.xlsx",
        "photo.jpg                                      , NO_LIST       , photo.jpg",
        "folder/                                        , NO_LIST       , ''",
        "word/document.xml [Content_Types].xml          , NO_LIST       , 'document.xml, [Content_Types].xml'",
        "[Content_Types].xml xl/workbook.bin            , OTHER_WORKBOOK, ''",
        "mimetype content.xml                           , OTHER_WORKBOOK, ''"
    })
    void an_archive_that_is_not_one_list_is_refused_with_the_names(String files, Reason reason, String detail) {
        String[] namesAndTexts = Arrays.stream(files.split(" "))
                .flatMap(name -> java.util.stream.Stream.of(name, "x"))
                .toArray(String[]::new);

        assertThat(rewrite(Archives.zip(namesAndTexts))).isEqualTo(new Refused(reason, detail));
    }

    @Test
    void a_long_name_is_not_shown_to_its_end() {
        String name = "x".repeat(80) + ".csv";

        assertThat(rewrite(Archives.zip(name, Archives.zip("a.csv", LIST))))
                .isEqualTo(new Refused(Reason.NESTED, "x".repeat(60)));
    }

    /// Made by Apache POI: a hidden sheet before it, an empty row at the top and one between, formulas, a date, a ZIP
    /// code.
    @Test
    void a_workbook_is_read_by_its_first_visible_sheet() throws IOException {
        assertThat(rewrite(workbook("poi.xlsx"))).isEqualTo(new Done());
        assertThat(plain.toString(UTF_8)).isEqualTo("""
            \uFEFF\r
            "Name","Phone","Joined","ZIP","Note"\r
            Ada Lovelace,12025550101,2026-11-22,02138,two lines\r
            \r
            Zo\u00EB,+12025550102,,,"a, ""b\"""\r
            """);
    }

    /// Made by fastexcel.
    @Test
    void workbooks_of_other_programs_are_read_too() throws IOException {
        assertThat(rewrite(workbook("fastexcel.xlsx"))).isEqualTo(new Done());
        assertThat(plain.toString(UTF_8)).isEqualTo("""
            \uFEFF"phone","name","since"\r
            12025550101,Ada & Bob,2026-11-22 09:30:00\r
            +12025550102,Zo\u00EB\r
            """);
    }

    @Test
    void a_workbook_in_a_workbooks_clothing_is_damaged() throws IOException {
        byte[] book = workbook("poi.xlsx");

        assertThat(rewrite(Arrays.copyOf(book, book.length - 30))).isEqualTo(new Refused(Reason.DAMAGED, ""));
        assertThat(rewrite(Archives.zip("[Content_Types].xml", "x", "xl/workbook.xml", "x")))
                .isEqualTo(new Refused(Reason.DAMAGED, ""));
        assertThat(rewrite(Archives.gzip(book))).isEqualTo(new Refused(Reason.NESTED, ""));
    }

    @Test
    void a_workbook_without_a_visible_sheet_is_refused() {
        byte[] book = Archives.zip(
                "[Content_Types].xml", "<Types/>",
                "xl/workbook.xml", "<workbook/>",
                "xl/_rels/workbook.xml.rels", "<Relationships/>");

        assertThat(rewrite(book)).isEqualTo(new Refused(Reason.NO_SHEET, ""));
    }

    @Test
    void an_archive_in_an_archive_is_refused() {
        byte[] inner = Archives.gzip(LIST.getBytes(UTF_8));

        assertThat(rewrite(Archives.gzip(inner))).isEqualTo(new Refused(Reason.NESTED, ""));
        assertThat(rewrite(Archives.gzip(Archives.zip("a.csv", LIST)))).isEqualTo(new Refused(Reason.NESTED, ""));
        assertThat(rewrite(Archives.zip("a.csv", inner))).isEqualTo(new Refused(Reason.NESTED, "a.csv"));
    }

    @Test
    void an_old_workbook_is_refused_also_in_an_archive() {
        assertThat(rewrite(compound())).isEqualTo(new Refused(Reason.OTHER_WORKBOOK, ""));
        assertThat(rewrite(Archives.zip("a.csv", compound()))).isEqualTo(new Refused(Reason.OTHER_WORKBOOK, "a.csv"));
    }

    @Test
    void an_archive_that_ends_too_early_is_damaged() {
        byte[] gzip = Archives.gzip(LIST.getBytes(UTF_8));
        byte[] zip = Archives.zip("a.csv", LIST);

        assertThat(rewrite(Arrays.copyOf(gzip, gzip.length - 4))).isEqualTo(new Refused(Reason.DAMAGED, ""));
        assertThat(rewrite(Arrays.copyOf(gzip, 5))).isEqualTo(new Refused(Reason.DAMAGED, ""));
        assertThat(rewrite(Arrays.copyOf(zip, zip.length - 4))).isEqualTo(new Refused(Reason.DAMAGED, ""));
    }

    @Test
    void a_byte_that_changed_is_noticed() {
        byte[] gzip = Archives.gzip(LIST.getBytes(UTF_8));
        gzip[gzip.length - 7] ^= 1;

        assertThat(rewrite(gzip)).isEqualTo(new Refused(Reason.DAMAGED, ""));
    }

    @Test
    void a_digit_that_changed_in_a_zip_is_noticed() {
        byte[] zip = Archives.stored("a.csv", LIST);
        int digit = new String(zip, ISO_8859_1).indexOf("0123");
        zip[digit + 1] = '9';

        assertThat(rewrite(zip)).isEqualTo(new Refused(Reason.DAMAGED, ""));
    }

    @Test
    void a_zip_with_a_password_is_locked() {
        byte[] zip = Archives.zip("a.csv", LIST);
        int directory = new String(zip, ISO_8859_1).indexOf("PK\u0001\u0002");
        zip[6] |= 1;
        zip[directory + 8] |= 1;

        assertThat(rewrite(zip)).isEqualTo(new Refused(Reason.LOCKED, ""));
    }

    @Test
    void a_name_that_is_not_utf_8_can_be_read() {
        byte[] zip = Archives.zipWithLatinNames("M\u00FCller.csv", LIST);

        assertThat(rewrite(zip)).isEqualTo(new Done());
    }

    @Test
    void a_bomb_is_put_out_by_its_ratio() {
        byte[] bomb = new byte[64 * 1024 * 1024];
        Arrays.fill(bomb, (byte) 'x');

        assertThat(rewrite(Archives.gzip(bomb))).isEqualTo(new Refused(Reason.UNPACKS_TOO_LARGE, ""));
        assertThat(rewrite(Archives.zip("a.csv", bomb))).isEqualTo(new Refused(Reason.UNPACKS_TOO_LARGE, ""));
        assertThat(plain.size()).isLessThan(32 * 1024 * 1024);
    }

    @Test
    void more_than_the_limit_is_too_large_at_any_ratio() {
        PlainText small = new PlainText(new Limit(30, 200), 1_000);

        assertThat(small.rewrite(new ByteArrayInputStream(Archives.gzip(LIST.getBytes(UTF_8))), plain))
                .isEqualTo(new Refused(Reason.UNPACKS_TOO_LARGE, ""));
    }

    @Test
    void a_list_of_just_the_limit_is_not() {
        PlainText exact = new PlainText(new Limit(LIST.getBytes(UTF_8).length, 200), 1_000);

        assertThat(exact.rewrite(new ByteArrayInputStream(Archives.gzip(LIST.getBytes(UTF_8))), plain))
                .isEqualTo(new Done());
    }

    @Test
    void a_large_zip_is_refused_before_it_is_opened() {
        byte[] zip = Archives.zip("a.csv", LIST);
        Limit limit = new Limit(1_000, 200);

        assertThat(new PlainText(limit, zip.length - 1).rewrite(new ByteArrayInputStream(zip), plain))
                .isEqualTo(new Refused(Reason.TOO_LARGE, ""));
        assertThat(new PlainText(limit, zip.length).rewrite(new ByteArrayInputStream(zip), plain))
                .isEqualTo(new Done());
    }

    @Test
    void an_archive_of_ten_thousand_files_is_not_looked_through() {
        String[] files = new String[20_002];
        for (int i = 0; i < files.length; i++) files[i] = "f" + i;

        assertThat(rewrite(Archives.zip(files))).isEqualTo(new Refused(Reason.UNPACKS_TOO_LARGE, "10001 files"));
    }

    @Test
    void a_source_that_breaks_is_no_damage_of_the_archive() {
        byte[] zip = Archives.zip("a.csv", LIST);
        InputStream breaking = new FilterInputStream(new ByteArrayInputStream(zip)) {
            private int reads;

            @Override
            public int read(byte[] buffer, int from, int most) throws IOException {
                if (reads++ > 2) throw new IOException("connection reset");
                return super.read(buffer, from, Math.min(most, 20));
            }

            @Override
            public byte[] readNBytes(int most) throws IOException {
                return in.readNBytes(Math.min(most, 20));
            }
        };

        assertThatThrownBy(() -> new PlainText().rewrite(breaking, OutputStream.nullOutputStream()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("connection reset");
    }

    private Rewriting rewrite(byte[] file) {
        plain.reset();
        return new PlainText().rewrite(new ByteArrayInputStream(file), plain);
    }

    private static byte[] workbook(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/outdial/formats/sheet", name));
    }

    /// Says that nothing is available, as a stream from the network does.
    private static InputStream byteByByte(byte[] bytes) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int available() {
                return 0;
            }

            @Override
            public int read(byte[] buffer, int from, int most) throws IOException {
                return super.read(buffer, from, Math.min(most, 1));
            }
        };
    }

    private static byte[] compound() {
        return new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    }
}
