package outdial.formats.plain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/// Whatever is in the parts of a workbook, there is an answer: elements left out, doubled, exchanged, put
/// elsewhere, and with contents that nobody expects.
final class AnyWorkbookTest {
    private static final int WORKBOOKS = 1_500;
    private static final long SEED = 20_261_122;
    private static final Path SHEETS = Path.of("src/test/resources/outdial/formats/sheet");
    private static final Pattern TAG_OR_TEXT = Pattern.compile("<[^>]*>|[^<]+");
    private static final Pattern ATTRIBUTE = Pattern.compile("\"[^\"]*\"");

    private static final List<String> ODD_CONTENTS = List.of(
            "",
            "-1",
            "0",
            "2147483648",
            "4294967296",
            "1E999999999",
            "1E-2147483648",
            "9".repeat(500),
            "NaN",
            "1048577",
            "XFE1",
            "ZZZZZZZZ1",
            "A",
            "\uD83D\uDE00",
            "&#0;",
            "&none;",
            "&amp;amp;",
            "_x0000_",
            "_xD800_",
            "]]&gt;",
            "../../../etc/passwd",
            "yyyy\\",
            "[h]:\"",
            "00000;;;@",
            "\u0001",
            " ");

    private static final List<String> ODD_ELEMENTS = List.of(
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
            "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
            "<!-- remark -->",
            "<![CDATA[<row>]]>",
            "<?target data?>",
            "<row r=\"1048576\"/>",
            "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
            "<c t=\"s\"><v>-1</v></c>",
            "<c t=\"e\"><v>#N/A</v></c>",
            "<c t=\"d\"><v>2026-11-22</v></c>",
            "<is><t>x</t></is>",
            "<sheetData>",
            "</sheetData>",
            "<sheet name=\"x\" id=\"rId99\"/>",
            "<si>",
            "</si>",
            "<",
            "&");

    @Test
    void any_workbook_has_an_answer() throws IOException {
        List<Map<String, String>> books = List.of(parts("poi.xlsx"), parts("fastexcel.xlsx"));
        Random random = new Random(SEED);
        int done = 0;
        for (int i = 0; i < WORKBOOKS; i++) {
            Map<String, String> book = new TreeMap<>(books.get(i % books.size()));
            for (int n = random.nextInt(3); n >= 0; n--) change(book, random);
            if (read(book, i) instanceof Rewriting.Done) done++;
        }
        assertThat(done).isBetween(WORKBOOKS / 10, WORKBOOKS * 9 / 10);
    }

    private static Rewriting read(Map<String, String> book, int number) {
        String what = "workbook %d of seed %d".formatted(number, SEED);
        String[] namesAndTexts = book.entrySet().stream()
                .flatMap(part -> List.of(part.getKey(), part.getValue()).stream())
                .toArray(String[]::new);
        byte[] file = Archives.zip(namesAndTexts);
        PlainText plain = new PlainText(new Limit(10_000_000, PlainText.HIGHEST_RATIO), 1_000_000);
        return assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    try {
                        return plain.rewrite(new ByteArrayInputStream(file), OutputStream.nullOutputStream());
                    } catch (RuntimeException broken) {
                        return fail(what, broken);
                    }
                },
                what);
    }

    private static void change(Map<String, String> book, Random random) {
        String part = any(List.copyOf(book.keySet()), random);
        List<String> pieces = TAG_OR_TEXT
                .matcher(book.getOrDefault(part, ""))
                .results()
                .map(MatchResult::group)
                .collect(toCollection(ArrayList::new));
        if (pieces.isEmpty()) return;
        int at = random.nextInt(pieces.size());
        int other = random.nextInt(pieces.size());
        switch (random.nextInt(8)) {
            case 0 -> pieces.remove(at);
            case 1 -> pieces.add(at, pieces.get(other));
            case 2 -> pieces.set(at, pieces.get(other));
            case 3 -> pieces.add(at, any(ODD_ELEMENTS, random));
            case 4 -> pieces.subList(Math.min(at, other), Math.max(at, other)).clear();
            case 5 -> pieces.addAll(at, List.copyOf(pieces.subList(Math.min(at, other), Math.max(at, other))));
            default -> pieces.set(at, oddContent(pieces.get(at), random));
        }
        book.put(part, String.join("", pieces));
    }

    /// A text becomes another; of a tag one attribute does.
    private static String oddContent(String piece, Random random) {
        String content = any(ODD_CONTENTS, random);
        if (!piece.startsWith("<")) return content;
        List<MatchResult> attributes = ATTRIBUTE.matcher(piece).results().toList();
        if (attributes.isEmpty()) return piece;
        MatchResult attribute = any(attributes, random);
        return piece.substring(0, attribute.start() + 1) + content + piece.substring(attribute.end() - 1);
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static Map<String, String> parts(String name) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(SHEETS.resolve(name).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        return parts;
    }
}
