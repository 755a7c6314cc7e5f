package outdial.formats.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The tables of cases in the test resources: blocks of a rule and indented lines, `#` for remarks.
final class Cases {
    /// One block: the bytes of a file and what is expected to be said of them.
    record Case(String rule, String delimiter, String in, List<String> out) {
        byte[] bytes() {
            return unescape(in);
        }

        @Override
        public String toString() {
            return rule;
        }
    }

    private static final Pattern ESCAPE_OR_TEXT = Pattern.compile("\\\\(?:x..|.)|[^\\\\]+");

    private Cases() {}

    static Stream<Case> of(String file) {
        try (var resource = Objects.requireNonNull(Cases.class.getResourceAsStream(file), file)) {
            String text = new String(resource.readAllBytes(), UTF_8);
            return Arrays.stream(text.replaceAll("(?m)^#.*\n", "").strip().split("\n\n+"))
                    .map(block -> block.lines().toList())
                    .map(Cases::block);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Cells as the tables show them.
    static String shown(List<String> cells) {
        return String.join(" | ", cells)
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replaceAll(" +", " ")
                .strip();
    }

    private static Case block(List<String> lines) {
        String delimiter = String.join("", after("  delimiter ", lines));
        return new Case(
                lines.getFirst(),
                delimiter.isEmpty() ? "," : delimiter,
                String.join("", after("  in  ", lines)),
                after("  out ", lines));
    }

    private static List<String> after(String mark, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    static byte[] unescape(String text) {
        var bytes = new ByteArrayOutputStream();
        var parts = ESCAPE_OR_TEXT.matcher(text);
        while (parts.find()) {
            bytes.writeBytes(unescapePart(parts.group()));
        }
        return bytes.toByteArray();
    }

    private static byte[] unescapePart(String part) {
        return switch (part) {
            case "\\n" -> new byte[] {'\n'};
            case "\\r" -> new byte[] {'\r'};
            case "\\t" -> new byte[] {'\t'};
            case "\\s" -> new byte[] {' '};
            default -> part.startsWith("\\") ? HexFormat.of().parseHex(part, 2, 4) : part.getBytes(UTF_8);
        };
    }
}
