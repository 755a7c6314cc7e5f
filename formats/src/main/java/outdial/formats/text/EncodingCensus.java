package outdial.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Optional;

/// Decides between UTF-8 and Windows-1252 by looking through a text, piece by piece, until enough was seen.
///
/// Letters outside ASCII decide: where more of them are valid UTF-8 than are not, the text is UTF-8, and a row
/// with others is broken; Windows-1252 hardly ever looks like UTF-8. A text without any is both, and is called
/// UTF-8. Windows-1252 leaves five bytes undefined; a text that has one of them is in an encoding that is not
/// known.
public final class EncodingCensus {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /// A text that has so many letters outside ASCII and is still undecided does not exist.
    private static final int ENOUGH = 10_000;

    private static final String UNDEFINED = "\u0081\u008D\u008F\u0090\u009D";

    private long valid;
    private long invalid;
    private boolean undefined;
    private boolean marked;
    private boolean begun;

    // Within a letter of UTF-8: how many bytes are to come, and between what the next must be.
    private int toCome;
    private int lowest;
    private int highest;

    /// Looks at the next piece of the text.
    public void look(byte[] piece) {
        if (!begun) {
            begun = true;
            marked = startsWithMark(piece);
        }
        for (byte b : piece) {
            if (b < 0 || toCome > 0) look(b & 0xFF);
        }
    }

    /// Whether more pieces would change nothing.
    public boolean decided() {
        return marked || valid + invalid >= ENOUGH;
    }

    /// The encoding by all that was seen, none where it is not known.
    public Optional<Charset> answer() {
        if (marked || (valid > 0 && valid >= invalid) || isAscii()) return Optional.of(UTF_8);
        return undefined ? Optional.empty() : Optional.of(WINDOWS_1252);
    }

    private boolean isAscii() {
        return valid + invalid == 0 && toCome == 0;
    }

    private void look(int b) {
        if (toCome > 0 && b >= lowest && b <= highest) {
            toCome--;
            lowest = 0x80;
            highest = 0xBF;
            if (toCome == 0) valid++;
            return;
        }
        if (toCome > 0) invalid++;
        toCome = 0;
        if (b >= 0x80) begin(b);
    }

    // RFC 3629, section 4: no overlong forms, no surrogates, nothing beyond U+10FFFF.
    private void begin(int b) {
        if (UNDEFINED.indexOf(b) >= 0) undefined = true;
        lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        toCome = following(b);
        if (toCome == 0) invalid++;
    }

    /// How many bytes follow the first of a letter; 0 where no letter begins so.
    private static int following(int first) {
        if (first < 0xC2 || first > 0xF4) return 0;
        if (first < 0xE0) return 1;
        return first < 0xF0 ? 2 : 3;
    }

    private static boolean startsWithMark(byte[] piece) {
        return piece.length >= 3
                && piece[0] == Utf16.UTF_8_MARK[0]
                && piece[1] == Utf16.UTF_8_MARK[1]
                && piece[2] == Utf16.UTF_8_MARK[2];
    }
}
