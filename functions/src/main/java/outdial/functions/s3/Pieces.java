package outdial.functions.s3;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Iterator;

/// One stream of pieces, each fetched when the one before is used up.
final class Pieces extends InputStream {
    private final Iterator<byte[]> pieces;
    private ByteArrayInputStream piece = new ByteArrayInputStream(new byte[0]);

    Pieces(Iterator<byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int most) {
        int read = piece.read(buffer, from, most);
        while (read < 0 && pieces.hasNext()) {
            piece = new ByteArrayInputStream(pieces.next());
            read = piece.read(buffer, from, most);
        }
        return read;
    }
}
