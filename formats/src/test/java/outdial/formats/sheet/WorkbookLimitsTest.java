package outdial.formats.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What would fill the memory, in a part of any length, is given up early.
final class WorkbookLimitsTest {
    /// More than is read of what has no business in a workbook.
    private static final long MOST_READ = 8 * 1024 * 1024;

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final int TIMES = 3_000_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '|',
            value = {
                "a remark              ~ <worksheet><!--          ~ 0123456789ABCDEF   ~ --><sheetData/></worksheet>",
                "an instruction        ~ |<worksheet><?office |   ~ 0123456789ABCDEF   ~ ?><sheetData/></worksheet>",
                "an attribute          ~ <worksheet a='           ~ 0123456789ABCDEF   ~ '><sheetData/></worksheet>",
                "a name                ~ <worksheet><a            ~ 0123456789ABCDEF   ~ /><sheetData/></worksheet>",
                "a document type       ~ <!DOCTYPE worksheet [    ~ <!-- remark -->    ~ ]><worksheet/>",
                "a section             ~ <worksheet><a><![CDATA[  ~ 0123456789ABCDEF   ~ ]]></a><sheetData/></worksheet>",
                "depth                 ~ <worksheet>              ~ <a b='cdefghij'>   ~ <sheetData/>",
                "names of elements     ~ <worksheet>              ~ <a#  b='cdefg'/>   ~ <sheetData/></worksheet>",
                "names of attributes   ~ <worksheet>              ~ <a b#='cdefghi'/>  ~ <sheetData/></worksheet>",
                "names of instructions ~ <worksheet>              ~ <?a# bcdefghijkl?> ~ <sheetData/></worksheet>",
                "prefixes              ~ <worksheet>              ~ <a xmlns:b#='c'/>  ~ <sheetData/></worksheet>",
                "namespaces            ~ <worksheet>              ~ <a xmlns:b='c#'/>  ~ <sheetData/></worksheet>"
            })
    void what_has_no_end_is_given_up(String what, String before, String endless, String after) {
        Endless sheet = new Endless(SHEET, before, endless, after);

        assertThatThrownBy(() -> new Workbook(sheet).writeFirstSheet(OutputStream.nullOutputStream()))
                .as(what)
                .isInstanceOf(IOException.class);
        assertThat(sheet.read).as(what).isLessThan(MOST_READ);
    }

    @ParameterizedTest
    @CsvSource({
        "xl/workbook.xml            , <workbook><sheets>   , <sheet id='#'/>",
        "xl/_rels/workbook.xml.rels , <Relationships>      , <Relationship Id='#'/>",
        "xl/styles.xml              , <styleSheet><cellXfs>, <xf numFmtId='#'/>"
    })
    void a_part_that_tells_of_others_is_short(String part, String before, String endless) {
        Endless book = new Endless(part, before, endless, "");

        assertThatThrownBy(() -> new Workbook(book).writeFirstSheet(OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class);
        assertThat(book.read).isLessThan(2 * MOST_READ + 1_000);
    }

    @Test
    void texts_that_are_shared_have_a_number() {
        Endless book = new Endless("xl/sharedStrings.xml", "<sst>", "<si/>".repeat(1_000), "</sst>");

        assertThatThrownBy(() -> new Workbook(book).writeFirstSheet(OutputStream.nullOutputStream()))
                .hasMessage("more shared texts than 16777216");
    }

    @Test
    void a_text_has_no_end_and_is_cut() throws IOException {
        Endless sheet = new Endless(
                SHEET,
                "<worksheet><sheetData><row><c t=\"str\"><v>",
                "0123456789ABCDEF",
                "</v></c></row></sheetData></worksheet>");

        assertThat(new Workbook(sheet).writeFirstSheet(OutputStream.nullOutputStream()))
                .isTrue();
    }

    /// A workbook of which one part says the same many times over, `#` being each time another number.
    private static final class Endless implements Parts {
        private final Books rest = Books.of("").shared("").styles("");
        private final String part;
        private final String before;
        private final String endless;
        private final String after;
        private long read;

        Endless(String part, String before, String endless, String after) {
            this.part = part;
            this.before = before;
            this.endless = endless;
            this.after = after;
        }

        @Override
        public boolean has(String name) {
            return rest.has(name);
        }

        @Override
        public Optional<InputStream> open(String name) {
            return name.equals(part) ? Optional.of(many()) : rest.open(name);
        }

        private InputStream many() {
            Iterator<String> pieces = Stream.of(
                            Stream.of(before),
                            IntStream.range(0, TIMES).mapToObj(n -> endless.replace("#", Integer.toString(n))),
                            Stream.of(after))
                    .flatMap(piece -> piece)
                    .iterator();
            return new InputStream() {
                private InputStream piece = InputStream.nullInputStream();

                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0];
                }

                @Override
                public int read(byte[] buffer, int from, int most) throws IOException {
                    int count = piece.read(buffer, from, most);
                    while (count < 0 && pieces.hasNext()) {
                        piece = new ByteArrayInputStream(pieces.next().getBytes(UTF_8));
                        count = piece.read(buffer, from, most);
                    }
                    read += Math.max(0, count);
                    return count;
                }
            };
        }
    }
}
