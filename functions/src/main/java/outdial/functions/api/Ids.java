package outdial.functions.api;

import java.security.SecureRandom;
import java.util.HexFormat;

/// New ids. A request with an Idempotency-Key gets the same id each time, so that one which died half-way and
/// comes again finds what it made.
final class Ids {
    private static final int BYTES = 10;

    private Ids() {}

    static String of(Request request) {
        return request.header(Repetitions.HEADER)
                .map(key -> Digests.sha256Hex(
                        request.workspace() + "\n" + request.call().path() + "\n" + key))
                .map(hash -> hash.substring(0, 2 * BYTES))
                .orElseGet(() -> random(BYTES));
    }

    /// In hexadecimal. A generator of its own each time: none may be part of a SnapStart image.
    static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
