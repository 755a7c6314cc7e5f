package outdial.formats.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Finds out whether bytes are UTF-16, and makes UTF-8 of it.
public final class Utf16 {
    /// Marks UTF-8 where nobody should have to guess.
    static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// Never part of UTF-8, so that the row with what was no UTF-16 is known to be broken.
    private static final byte NO_TEXT = (byte) 0xFF;

    private static final int PIECE = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char OTHER_BYTE_ORDER = '\uFFFE';

    // What separates cells and lines is ASCII in every language, and so are digits: of the letters of a list, more than
    // one in ten. A text of any other encoding has no zeros, and what is no text has them everywhere.
    private static final int PAIRS_PER_ASCII = 10;

    private final CharsetDecoder decoder;

    private Utf16(Charset charset) {
        this.decoder = charset.newDecoder();
    }

    /// By the byte order mark, or where the zeros are.
    ///
    /// @param start the first bytes of a text
    public static Optional<Utf16> in(byte[] start) {
        if (start.length < 2) return Optional.empty();
        char mark = (char) ((start[0] & 0xFF) << 8 | (start[1] & 0xFF));
        if (mark == BYTE_ORDER_MARK) return Optional.of(new Utf16(StandardCharsets.UTF_16BE));
        if (mark == OTHER_BYTE_ORDER) return Optional.of(new Utf16(StandardCharsets.UTF_16LE));
        return byZeros(start);
    }

    private static Optional<Utf16> byZeros(byte[] start) {
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) if (start[i] == 0) zeros[i % 2]++;
        int enough = start.length / 2 / PAIRS_PER_ASCII + 1;
        if (zeros[0] == 0 && zeros[1] >= enough) return Optional.of(new Utf16(StandardCharsets.UTF_16LE));
        if (zeros[1] == 0 && zeros[0] >= enough) return Optional.of(new Utf16(StandardCharsets.UTF_16BE));
        return Optional.empty();
    }

    /// Writes the text as UTF-8, with a byte order mark.
    public void toUtf8(InputStream text, OutputStream utf8) throws IOException {
        utf8.write(UTF_8_MARK);
        ByteBuffer bytes = ByteBuffer.allocate(PIECE);
        CharBuffer letters = CharBuffer.allocate(PIECE);
        boolean more = true;
        boolean first = true;
        while (more) {
            int read = text.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
            more = read == bytes.remaining();
            bytes.position(bytes.position() + read).flip();
            decode(bytes, letters, !more, utf8, first);
            first = false;
            bytes.compact();
        }
    }

    private void decode(ByteBuffer bytes, CharBuffer letters, boolean end, OutputStream utf8, boolean first)
            throws IOException {
        CoderResult result;
        boolean mark = first;
        do {
            result = decoder.decode(bytes, letters, end);
            letters.flip();
            if (mark && letters.hasRemaining() && letters.get(0) == BYTE_ORDER_MARK) letters.get();
            mark = false;
            utf8.write(letters.toString().getBytes(StandardCharsets.UTF_8));
            letters.clear();
            if (result.isError()) {
                bytes.position(bytes.position() + result.length());
                utf8.write(NO_TEXT);
            }
        } while (result.isError());
    }
}
