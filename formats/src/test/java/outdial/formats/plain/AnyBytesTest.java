package outdial.formats.plain;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outdial.formats.csv.CsvHead;
import outdial.formats.csv.CsvRows;

/// Whatever the bytes are, there is an answer: files of each kind, with bytes changed, cut out, doubled and left off.
final class AnyBytesTest {
    private static final int FILES = 4_000;
    private static final long SEED = 20_261_122;
    private static final String LIST = "name,phone\r\n\"Ada, L\",+12125550123\r\nBob,\"2\n3\"\r\n;|\t'=\"0\"\r\n";

    @Test
    void any_bytes_have_an_answer() throws IOException {
        List<byte[]> files = files();
        Random random = new Random(SEED);
        int done = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] file = changed(files.get(i % files.size()), random);
            try {
                if (read(file)) done++;
            } catch (RuntimeException broken) {
                fail("file %d of seed %d".formatted(i, SEED), broken);
            }
        }
        assertThat(done).isBetween(FILES / 20, FILES);
    }

    private static boolean read(byte[] file) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        Limit limit = new Limit(1_000_000, 200);
        Rewriting answer = new PlainText(limit, 1_000_000).rewrite(new ByteArrayInputStream(file), plain);
        if (!(answer instanceof Rewriting.Done)) return false;
        byte[] text = plain.toByteArray();
        if (!(CsvHead.read(text) instanceof CsvHead.Found head)) return false;
        int from = (int) head.rows().offset();
        CsvRows rows =
                new CsvRows(new ByteArrayInputStream(text, from, text.length - from), head.dialect(), head.rows());
        rows.forEachRemaining(row -> assertThat(row.place().offset()).isLessThan(text.length));
        return true;
    }

    private static List<byte[]> files() throws IOException {
        Path sheets = Path.of("src/test/resources/outdial/formats/sheet");
        return List.of(
                LIST.getBytes(UTF_8),
                LIST.getBytes(UTF_16LE),
                Archives.gzip(LIST.getBytes(UTF_8)),
                Archives.zip("list.csv", LIST),
                Files.readAllBytes(sheets.resolve("poi.xlsx")),
                Files.readAllBytes(sheets.resolve("fastexcel.xlsx")));
    }

    private static byte[] changed(byte[] file, Random random) {
        byte[] changed = file.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(changed.length);
            int to = Math.min(changed.length, at + random.nextInt(20));
            switch (random.nextInt(4)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> System.arraycopy(file, random.nextInt(file.length - 20), changed, at, to - at);
                default -> changed = Arrays.copyOf(changed, Math.max(21, random.nextInt(changed.length + 1)));
            }
        }
        return changed;
    }
}
