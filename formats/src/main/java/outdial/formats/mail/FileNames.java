package outdial.formats.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/// The names that parameters of a MIME field give a file: whole or in numbered pieces in any order,
/// percent-encoded (RFC 2231), or in encoded words (RFC 2047), which no standard allows there and many
/// programs write.
final class FileNames {
    /// Names of files have at most a few hundred characters.
    private static final int MOST_PIECES = 100;

    private static final int HEX = 16;

    private FileNames() {}

    /// @param parameters of the field, by names in lower case
    /// @param parameter `filename` or `name`
    static Optional<String> of(Map<String, String> parameters, String parameter) {
        return whole(parameters, parameter)
                .or(() -> inPieces(parameters, parameter))
                .or(() -> Optional.ofNullable(parameters.get(parameter))
                        .map(name -> DecoderUtil.decodeEncodedWords(name, DecodeMonitor.SILENT)))
                .map(String::strip);
    }

    private static Optional<String> whole(Map<String, String> parameters, String parameter) {
        return Optional.ofNullable(parameters.get(parameter + "*"))
                .map(text -> decoded(List.of(new Piece(text, true))));
    }

    private static Optional<String> inPieces(Map<String, String> parameters, String parameter) {
        List<Piece> pieces = new ArrayList<>();
        for (int n = 0; n < MOST_PIECES; n++) {
            Optional<Piece> piece = piece(parameters, parameter + "*" + n);
            if (piece.isEmpty()) break;
            pieces.add(piece.get());
        }
        return pieces.isEmpty() ? Optional.empty() : Optional.of(decoded(pieces));
    }

    private static Optional<Piece> piece(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name + "*"))
                .map(text -> new Piece(text, true))
                .or(() -> Optional.ofNullable(parameters.get(name)).map(text -> new Piece(text, false)));
    }

    private record Piece(String text, boolean encoded) {}

    /// Characters may be cut in two between pieces, so all are put together before they are read.
    private static String decoded(List<Piece> pieces) {
        String first = pieces.getFirst().text();
        int charsetEnd = first.indexOf('\'');
        int languageEnd = first.indexOf('\'', charsetEnd + 1);
        boolean declared = pieces.getFirst().encoded() && charsetEnd >= 0 && languageEnd >= 0;
        Charset charset = declared ? charset(first.substring(0, charsetEnd)) : StandardCharsets.UTF_8;
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < pieces.size(); i++) {
            String text = declared && i == 0
                    ? first.substring(languageEnd + 1)
                    : pieces.get(i).text();
            bytes.writeBytes(pieces.get(i).encoded() ? unescaped(text, charset) : text.getBytes(charset));
        }
        return bytes.toString(charset);
    }

    private static byte[] unescaped(String text, Charset charset) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            int octet = text.charAt(i) == '%' ? octet(text, i + 1) : -1;
            if (octet < 0) {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(charset));
            } else {
                bytes.write(octet);
                i += 2;
            }
        }
        return bytes.toByteArray();
    }

    /// Negative where there are no two hexadecimal digits.
    private static int octet(String text, int at) {
        if (at + 1 >= text.length()) return -1;
        int high = Character.digit(text.charAt(at), HEX);
        int low = Character.digit(text.charAt(at + 1), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }

    private static Charset charset(String name) {
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
